import ArgumentParser
import Certificates
import Forms
import Foundation
import Notation

/// `forms`: what can be made.
struct FormsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms",
    abstract: "Lists forms, editions, dates, caps, back pages, ink rule and wording state.",
    discussion: """
      EXAMPLES
        originpress forms
        originpress forms --json
      """)

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let press = try Press(shared)
    let reports = try FormReport.all(press)
    if shared.json {
      print(JSONWriter.text(.list(reports.map(\.json))))
    } else {
      for report in reports { print(report.text) }
    }
  }
}

/// One form as `forms` shows it.
struct FormReport {
  let code: String
  let kind: FormKind?
  let editions: [Layout]
  let policies: Policies
  let issuer: Issuer

  static func all(_ press: Press) throws -> [FormReport] {
    let library = try press.allEditions()
    let policies = try press.policies()
    let issuer = try press.issuer()
    return library.forms.map { code in
      FormReport(
        code: code, kind: policies.kind(code), editions: library.editions[code] ?? [],
        policies: policies, issuer: issuer)
    }
  }

  var json: JSONValue {
    .object([
      "code": .text(code),
      "nameEnglish": kind.map { .text($0.english) },
      "nameChinese": kind.map { .text($0.chinese) },
      "preferential": kind.map { .bool($0.isPreferential) },
      "editions": .list(editions.map(edition)),
    ])
  }

  private func edition(_ layout: Layout) -> JSONValue {
    let day = Self.day(of: layout)
    let unverified = layout.facts.parts.filter { !$0.fact.isVerified }.map {
      JSONValue.text($0.name)
    }
    return .object([
      "edition": .text(layout.edition),
      "from": .text(layout.from.description),
      "until": layout.until.map { .text($0.description) },
      "itemCap": policies.itemCaps.value(form: code, day: day).map(JSONValue.integer),
      "backPage": .bool(policies.hasBackPage(form: code, day: day)),
      "sealMode": .text(policies.sealMode(form: code, destination: nil, day: day).rawValue),
      "wetInkDestinations": .list(wetDestinations(day).map(JSONValue.text)),
      "downloadDestinations": .list(downloadDestinations(day).map(JSONValue.text)),
      "unverified": .list(unverified),
      "accepted": .bool(accepts(layout)),
    ])
  }

  private func accepts(_ layout: Layout) -> Bool {
    layout.facts.areVerified || issuer.accepts(form: code, edition: layout.edition)
  }

  /// A day on which the edition serves, as late as can be told.
  private static func day(of layout: Layout) -> CalendarDate {
    layout.until ?? max(layout.from, .sample)
  }

  private func wetDestinations(_ day: CalendarDate) -> [String] {
    Country.all.map(\.code).filter {
      policies.sealMode(form: code, destination: $0, day: day) == .chamberWet
        && policies.sealMode(form: code, destination: nil, day: day) != .chamberWet
    }
  }

  private func downloadDestinations(_ day: CalendarDate) -> [String] {
    Country.all.map(\.code).filter {
      policies.allowsDownload(form: code, destination: $0, day: day)
    }
  }

  var text: String {
    let name = kind.map { "\($0.english) \($0.chinese)" } ?? ""
    let lines = editions.map { layout -> String in
      let day = Self.day(of: layout)
      let cap = policies.itemCaps.value(form: code, day: day).map { "\($0) items" } ?? "no cap"
      let back = policies.hasBackPage(form: code, day: day) ? "back page" : "single-sided"
      let ink = policies.sealMode(form: code, destination: nil, day: day).rawValue
      let until = layout.until.map { " to \($0)" } ?? ""
      let wording =
        layout.facts.areVerified ? "verified" : accepts(layout) ? "accepted" : "not accepted"
      return
        "      \(layout.edition)  from \(layout.from)\(until)  \(cap), \(back), \(ink), \(wording)"
    }
    let head = code.padding(toLength: 6, withPad: " ", startingAt: 0) + name
    return ([head] + lines).joined(separator: "\n")
  }
}
