import Diagnostics
import Testing

private let cap = Message("test.cap", en: "too many items", zh: "项目过多")
private let advice = Message("test.advice", en: "remove some", zh: "请删去几项")

/// What a person reads: one line, in either language.
@Suite struct DiagnosticTests {
  @Test func anErrorInBothLanguages() {
    let diagnostic = Diagnostic(at: .field("goods"), cap, hint: advice)
    #expect(diagnostic.text(in: .english) == "error: goods: too many items (remove some)")
    #expect(diagnostic.text(in: .chinese) == "错误: goods: 项目过多（请删去几项）")
  }

  @Test func aWarningWithoutHint() {
    let diagnostic = Diagnostic(.warning, at: .field("goods[2].hs"), cap)
    #expect(diagnostic.text(in: .english) == "warning: goods[2].hs: too many items")
    #expect(diagnostic.text(in: .chinese) == "警告: goods[2].hs: 项目过多")
  }

  @Test func withoutAPlace() {
    #expect(Diagnostic(at: Place(), cap).text(in: .english) == "error: too many items")
  }

  @Test(arguments: [
    (Place(), ""),
    (.field("exporter.name"), "exporter.name"),
    (Place(file: "C/2012/layout.yaml"), "C/2012/layout.yaml"),
    (Place(file: "a.yaml", line: 4), "a.yaml:4"),
    (Place(file: "a.yaml", line: 4, column: 7), "a.yaml:4:7"),
    (
      Place(file: "a.yaml", line: 4, column: 7, path: "front.boxes[0]"),
      "a.yaml:4:7: front.boxes[0]"
    ),
    (Place(line: 4, column: 7), "line 4:7"),
    (Place(column: 7, path: "goods"), "goods"),
  ])
  func placeOnlyTellsWhatIsKnown(_ place: Place, _ text: String) {
    #expect(place.description == text)
  }

  @Test func errorsWeighMoreThanWarnings() {
    #expect(Diagnostic.Severity.warning < .error)
    #expect(Diagnostic.Severity.information < .warning)
    #expect([Diagnostic.Severity.error, .warning].max() == .error)
  }
}

/// All faults of an input are collected before it is refused.
@Suite struct FindingsTests {
  @Test func warningsAloneDoNotRefuse() throws {
    let findings = Findings()
    findings.warning(at: .field("a"), cap)
    #expect(!findings.hasErrors)
    try findings.throwErrors()
    #expect(findings.diagnostics.map(\.severity) == [.warning])
  }

  @Test func aRefusalHoldsEverythingInOrder() throws {
    let findings = Findings()
    findings.warning(at: .field("a"), cap)
    findings.error(at: .field("b"), cap, hint: advice)
    findings.report(Diagnostic(at: .field("c"), advice))
    let refusal = #expect(throws: Refusal.self) { try findings.throwErrors() }
    #expect(refusal?.diagnostics.map(\.place.path) == ["a", "b", "c"])
    #expect(
      refusal?.description == """
        warning: a: too many items
        error: b: too many items (remove some)
        error: c: remove some
        """)
  }

  @Test func aRefusalOfOne() {
    let diagnostic = Diagnostic(at: .field("form"), cap)
    #expect(Refusal(diagnostic).diagnostics == [diagnostic])
  }
}

/// The known name a person most likely meant.
@Suite struct NearestTests {
  @Test(
    arguments: [
      ("expoter.name", "exporter.name"), ("EXPORTER.NAME", "exporter.name"),
      ("numbr", "number"), ("nothing.like.it", nil), ("", nil), ("x", nil), ("remarks", "remarks"),
    ] as [(String, String?)])
  func meansTheNearest(_ name: String, _ expected: String?) {
    let known = ["remarks", "number", "exporter.name", "exporter.fax", "goods"]
    #expect(Nearest.name(to: name, among: known) == expected)
  }

  @Test func tiesGoToTheFirstInAlphabeticalOrder() {
    #expect(Nearest.name(to: "car", among: ["cat", "bar", "can"]) == "bar")
    #expect(Nearest.name(to: "car", among: ["can", "cat", "bar"]) == "bar")
  }

  @Test func nothingKnown() {
    #expect(Nearest.name(to: "a", among: []) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("flaw", "lawn", 2),
    ("中国", "中 国", 1), ("same", "same", 0), ("cpa", "cap", 1), ("captoin", "caption", 1),
  ])
  func distance(_ a: String, _ b: String, _ edits: Int) {
    #expect(Nearest.distance(a, b) == edits)
    #expect(Nearest.distance(b, a) == edits)
  }
}
