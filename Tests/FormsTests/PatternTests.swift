import Certificates
import Diagnostics
import Foundation
import Testing

@testable import Forms

/// Patterns: words, fields, optional stretches.
@Suite struct PatternTests {
  private func pattern(_ text: String) throws -> Pattern {
    let findings = Findings()
    let pattern = Pattern(text, at: Place(file: "a.yaml", line: 3, column: 9), findings)
    try findings.throwErrors()
    return try #require(pattern)
  }

  private func bound(_ text: String, _ values: [String: String]) throws -> BoundText {
    try pattern(text).text(in: FieldScope { path, _ in values[path].map { ($0, path) } })
  }

  @Test(arguments: [
    ("ORIGINAL", "ORIGINAL"),
    ("{name}", "ACME"),
    ("TO {name}, {town}", "TO ACME, NINGBO"),
    ("{name}{town}", "ACMENINGBO"),
    ("{name}\n{town}", "ACME\nNINGBO"),
    ("{name}\n{town}\n", "ACME\nNINGBO"),
    ("{name}\n\n{town}", "ACME\n\nNINGBO"),
    ("{lines}!", "A\nB!"),
  ])
  func wordsAndFields(_ pattern: String, _ text: String) throws {
    #expect(try bound(pattern, ["name": "ACME", "town": "NINGBO", "lines": "A\nB"]).string == text)
  }

  @Test(arguments: [
    ("{name}[ TEL: {phone}]", "ACME"),
    ("{name}[ TEL: {phone}][ FAX: {fax}]", "ACME FAX: 12"),
    ("[{phone}, {fax}]", ""),
    ("[{name}, {fax}]", "ACME, 12"),
    ("[{name}[, {phone}]]", "ACME"),
    ("[{name}[, {fax}]]", "ACME, 12"),
    ("[{phone}[, {fax}]]", ""),
    ("[words only]", "words only"),
    ("[{blank}]", ""),
  ])
  func optionalStretches(_ pattern: String, _ text: String) throws {
    #expect(try bound(pattern, ["name": "ACME", "fax": "12", "blank": ""]).string == text)
  }

  @Test(
    "A line whose fields are all empty disappears, one without fields stays",
    arguments: [
      ("VIA {middle}", ""),
      ("{name}\nVIA {middle}", "ACME"),
      ("VIA {middle}\n{name}", "ACME"),
      ("L/C {lc}[ DATED {date}]\n{name}", "ACME"),
      ("L/C {lc}[ DATED {name}]", "L/C  DATED ACME"),
      ("{middle}{name}", "ACME"),
      ("WORDS\n{middle}", "WORDS"),
      ("{middle}\n{lc}", ""),
      ("[ DATED {date}]\nX", "X"),
      ("{name}\n[L/C {lc}][ DATED {date}]\n[words]", "ACME\nwords"),
    ])
  func disappearingLines(_ pattern: String, _ text: String) throws {
    #expect(try bound(pattern, ["name": "ACME"]).string == text)
  }

  @Test(arguments: [
    (#"\{name\}"#, "{name}"), (#"a \[b\] c"#, "a [b] c"), (#"C:\\{name}"#, #"C:\ACME"#),
    (#"\n"#, "n"),
  ])
  func escapes(_ pattern: String, _ text: String) throws {
    #expect(try bound(pattern, ["name": "ACME"]).string == text)
  }

  @Test(arguments: [
    ("{name", "forms.unclosed"), ("[{name}", "forms.unclosed"), ("[a[b]", "forms.unclosed"),
    ("name}", "forms.stray-bracket"), ("a]b", "forms.stray-bracket"),
    ("end\\", "forms.stray-bracket"), ("{name|dtae}", "forms.unknown-format"),
    ("{name|}", "forms.unknown-format"), ("good\n{bad", "forms.unclosed"),
  ])
  func faultsStandAtThePatternsPlace(_ text: String, _ key: String) {
    let findings = Findings()
    let place = Place(file: "a.yaml", line: 3, column: 9)
    #expect(Pattern(text, at: place, findings) == nil)
    #expect(findings.diagnostics.map(\.message.key) == [key])
    #expect(findings.diagnostics.map(\.place) == [place])
  }

  @Test func anUnknownFormatNamesTheNearest() {
    let findings = Findings()
    _ = Pattern("{issue.date|dat}", at: Place(), findings)
    _ = Pattern("{issue.date|nonsense}", at: Place(), findings)
    #expect(
      findings.diagnostics.map { $0.hint?.english } == [
        "did you mean 'date'?",
        "allowed: date, chinese-date, upper, capitalized, words, heading, dotted, chinese-name, "
          + "english-name, code, or-none",
      ])
  }

  @Test func deepNestingIsRefusedNotFollowed() {
    let findings = Findings()
    let text = String(repeating: "[", count: 100_000)
    #expect(Pattern(text, at: Place(), findings) == nil)
    #expect(findings.diagnostics.count == 1)
  }

  @Test func fieldsAreListedInOrder() throws {
    let fields = try pattern("{a}[ {b|date}[{c}]]\n{a}").fields
    #expect(fields.map(\.path) == ["a", "b", "c", "a"])
    #expect(fields.map(\.format) == [nil, .date, nil, nil])
  }

  @Test func patternsAreEqualWhereverTheyStand() throws {
    let findings = Findings()
    let other = Pattern("{a}", at: Place(line: 99), findings)
    #expect(try pattern("{a}") == other)
    #expect(Set([try pattern("{a}"), try #require(other)]).count == 1)
  }

  @Test func spansTellWhichFieldEachStretchShows() throws {
    let text = try bound("TO {name}, {town}\n{name}", ["name": "中国", "town": "NINGBO"])
    #expect(text.string == "TO 中国, NINGBO\n中国")
    #expect(
      text.spans.map { "\($0.range) \($0.field)" } == [
        "3..<9 name", "11..<17 town", "18..<24 name",
      ])
    #expect(text.fields(in: 0..<3) == nil)
    #expect(text.fields(in: 0..<4) == "name")
    #expect(text.fields(in: 0..<24) == "name,town")
  }
}

/// Each format on a value it is made for.
@Suite struct FormatTests {
  private func date() throws -> FieldValue { .date(try #require(CalendarDate("2026-05-05"))) }

  @Test func dates() throws {
    let date = try date()
    #expect(date.text(.date, language: .chinese) == "MAY.05,2026")
    #expect(date.text(.chineseDate, language: .english) == "2026年5月5日")
    #expect(date.text(nil, language: .english) == "MAY.05,2026")
    #expect(date.text(nil, language: .chinese) == "2026年5月5日")
  }

  @Test func texts() {
    #expect(FieldValue.text("Ningbo é").text(.upper, language: .english) == "NINGBO É")
    #expect(FieldValue.text("8714910000").text(.heading, language: .english) == "87.14")
    #expect(FieldValue.text("871491").text(.dotted, language: .english) == "8714.91")
    #expect(FieldValue.text("8714").text(.dotted, language: .english) == "87.14")
    #expect(FieldValue.text("无").text(.orNone, language: .chinese) == "无")
    #expect(FieldValue.text("as is").text(nil, language: .english) == "as is")
  }

  @Test func numbers() {
    #expect(FieldValue.integer(306).text(.words, language: .english) == "THREE HUNDRED AND SIX")
    #expect(FieldValue.integer(306).text(nil, language: .english) == "306")
    #expect(FieldValue.number(12.5).text(nil, language: .english) == "12.5")
  }

  @Test func countries() {
    #expect(FieldValue.country("JP").text(nil, language: .english) == "JAPAN")
    #expect(FieldValue.country("JP").text(nil, language: .chinese) == "日本")
    #expect(FieldValue.country("JP").text(.chineseName, language: .english) == "日本")
    #expect(FieldValue.country("JP").text(.englishName, language: .chinese) == "JAPAN")
  }

  @Test func flags() {
    #expect(FieldValue.flag(true).text(nil, language: .english) == "X")
    #expect(FieldValue.flag(false).text(nil, language: .english) == "")
  }

  @Test func everyFormatSuitsSomeKind() {
    #expect(FieldFormat.allCases.allSatisfy { !$0.kinds.isEmpty })
  }

  @Test func wordsWithAnOptionalStretchStay() throws {
    let findings = Findings()
    let none = FieldScope { _, _ in nil }
    func text(_ pattern: String) throws -> String {
      try #require(Pattern(pattern, at: Place(), findings)).text(in: none).string
    }
    #expect(try text("6. Item number[ (Max {cap})]") == "6. Item number")
    #expect(try text("[TEL: {a}][ FAX: {b}]") == "")
    #expect(try text("VIA {a}[, {b}]") == "")
  }
}
