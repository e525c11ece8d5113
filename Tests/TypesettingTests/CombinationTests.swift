import Certificates
import Diagnostics
import DisplayList
import Forms
import Foundation
import Support
import Testing
import Typesetting

/// Every form in every length and content: it is set whole, or refused by rule.
@Suite struct CombinationTests {
  /// S2-81 and S2-128's table, November 2025; the other forms have no cap.
  private static let caps = [
    "N": 20, "R": 20, "L": 20, "I": 20, "A": 20, "S": 50, "F": 50,
  ]
  private static let forms = (try? Site.load().policies.kinds.map(\.code)) ?? []
  private static let long = 120

  @Test func allFormsAreThere() { #expect(Self.forms.count == 30) }

  /// What a certificate may come out as (B.13).
  private static let renditions: [Rendition] = [
    .draft, .released(.original), .released(.duplicate(ordinal: 1, issued: .sample)),
    .released(.copy(ordinal: 2)), .specimen,
  ]

  /// All renditions of short certificates; of the longest a draft and one other in turn, all of them
  /// with ORIGINPRESS_SOAK=1.
  private func renditions(_ code: String, _ items: Int) -> [Rendition] {
    guard items == Self.long, !Soak.isOn else { return Self.renditions }
    let turn = (Self.forms.firstIndex(of: code) ?? 0) % (Self.renditions.count - 1)
    return [.draft, Self.renditions[turn + 1]]
  }

  @Test("One item, as many as allowed, and 120, as each output", arguments: forms)
  func lengths(_ code: String) throws {
    let site = try Site.load()
    for items in [1, Self.caps[code] ?? Self.long] {
      let form = try site.form(code, items: items)
      for rendition in renditions(code, items) {
        let document = try Workshop.document(form, as: rendition)
        let label = "\(items) items, \(rendition)"
        #expect(Invariants.problems(of: document, form, rendition) == [], "\(label)")
        #expect(SheetRecount.problems(of: document, form) == [], "\(label)")
        #expect(contentProblems(of: document) == [], "\(label)")
      }
    }
  }

  /// Editions that certificates of earlier days still come on, each with a day and its cap (S2-81,
  /// forms.md 0.1 item 5).
  private static let older = [
    ("E", "2019-08-19", 20), ("F", "2019-02-28", 20), ("K", "2022-06-11", 20),
    ("N", "2022-04-06", 20), ("S", "2021-08-31", 20), ("NI", "2023-12-31", 60),
  ]

  @Test("Former editions in the same lengths", arguments: older)
  func formerEditions(_ code: String, _ date: String, _ items: Int) throws {
    let site = try Site.load()
    let day = try #require(CalendarDate(date))
    for items in [1, items] {
      let draft = try Sample.certificate(
        form: code, items: items, policies: site.policies, day: day)
      let form = try site.form(of: draft)
      #expect(form.layout.until == day)
      let document = try Workshop.document(form)
      #expect(Invariants.problems(of: document, form) == [], "\(items) items")
      #expect(SheetRecount.problems(of: document, form) == [], "\(items) items")
    }
  }

  @Test("Every destination's name has room, the longest in the world too", arguments: forms)
  func destinations(_ code: String) throws {
    let site = try Site.load()
    let longest = Country.all.map(\.code).sorted { name($0).count > name($1).count }
    for country in site.policies.kind(code)?.parties ?? Array(longest.prefix(3)) {
      let draft = try Sample.certificate(
        form: code, destination: country, policies: site.policies)
      let form = try site.form(of: draft)
      #expect(Invariants.problems(of: try Workshop.document(form), form) == [], "\(country)")
    }
  }

  private func name(_ country: String) -> String { Country(country)?.english ?? "" }

  @Test("More items than the cap are refused with the words of S2-82", arguments: forms)
  func overTheCap(_ code: String) throws {
    guard let cap = Self.caps[code] else { return }
    let site = try Site.load()
    for items in [cap + 1, Self.long] {
      var draft = try Sample.certificate(form: code, items: 1, policies: site.policies)
      draft.goods = Array(repeating: draft.goods[0], count: items)
      let refusal = try #require(throws: Refusal.self) { try site.form(of: draft) }
      #expect(refusal.diagnostics.map(\.place.path) == ["goods"])
      #expect(refusal.diagnostics.first?.message.chinese == "出口商品超过限定次数，请核实！")
    }
  }

  /// What each content takes of the pages: the overlay all data and no form, the blank the reverse;
  /// the status words are on both (S3-32, S3-34).
  private func contentProblems(of document: Document) -> [String] {
    var problems: [String] = []
    for (index, page) in document.pages.enumerated() {
      let texts = { (content: Content, layer: Layer) in
        content.layers.contains(layer) ? page.texts(layer).map(\.source) : []
      }
      let data = page.texts().map(\.source)
      let words = page.texts(.form).map(\.source)
      let status = page.texts(.note).map(\.source)
      let expected: [(Content, [String], [String])] = [
        (.full, data, words), (.overlay, data, []), (.blank, [], words),
      ]
      for (content, data, words) in expected
      where texts(content, .data) != data || texts(content, .form) != words
        || texts(content, .note) != status
      {
        problems.append("page \(index + 1), \(content)")
      }
      if status.count < 3 { problems.append("page \(index + 1) has \(status.count) status words") }
      if page.side == .front, data.isEmpty { problems.append("page \(index + 1) has no data") }
      if page.boxes["attachment"] == nil, words.isEmpty {
        problems.append("page \(index + 1) has no form")
      }
    }
    return problems
  }
}
