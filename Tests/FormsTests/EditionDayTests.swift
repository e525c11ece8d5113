import Certificates
import Diagnostics
import Forms
import Foundation
import Support
import Testing

/// The day of issue picks the form, as the announcements of the customs say (forms.md 0.1, 3).
@Suite struct EditionDayTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// The last day of the old form, the first of the new; `nil` where no old form is kept.
  private static let changes: [(form: String, before: String, old: String?, from: String)] = [
    ("E", "2019-08-19", "2011", "2019-08-20"),  // GACC 2019 No. 136, forms.md 3.2
    ("F", "2019-02-28", "2006", "2019-03-01"),  // forms.md 3.5, forms-2.md 0 item 1
    ("S", "2021-08-31", "2014", "2021-09-01"),  // GACC 2021 No. 49, forms.md 3.8
    ("K", "2022-06-11", "2015", "2022-06-12"),  // GACC 2022 No. 33, forms.md 3.11
    ("N", "2022-04-06", "2008", "2022-04-07"),  // forms.md 3.12
    ("NI", "2023-12-31", "2023", "2024-01-01"),  // forms-2.md 2
    ("RCEP", "2022-12-31", nil, "2023-01-01"),  // GACC 2022 No. 129, forms.md 3.3
    ("L", "2012-10-13", nil, "2012-10-14"),  // GACC 2012 No. 47, forms.md 3.14
    ("CA", "2021-12-31", nil, "2022-01-01"),  // forms.md 3.7
    ("RS", "2024-06-30", nil, "2024-07-01"),  // GACC 2024 No. 74, forms.md 3.18
    ("EC", "2024-04-30", nil, "2024-05-01"),  // forms.md 3.18
    ("MV", "2024-12-31", nil, "2025-01-01"),  // forms.md 3.18
  ]

  @Test("Each announced change takes effect on its day", arguments: changes)
  func change(_ form: String, _ before: String, _ old: String?, _ from: String) throws {
    let library = try Site.load().library
    #expect(try library.layout(form: form, day: day(from)).from == day(from))
    if let old {
      #expect(try library.layout(form: form, day: day(before)).edition == old)
    } else {
      #expect(throws: Refusal.self) { try library.layout(form: form, day: day(before)) }
    }
  }

  @Test(
    "What is amended after a change comes on the new form, with its cap", arguments: ["S", "F"])
  func amendments(_ form: String) throws {
    let site = try Site.load()
    let change = try #require(Self.changes.first { $0.form == form })
    let before = try day(change.before)
    var draft = try Sample.certificate(
      form: form, items: 20, policies: site.policies, day: before)
    draft.number = nil
    let old = try site.form(of: draft)
    #expect(old.layout.edition == change.old && old.context.itemCap == 20)

    var earlier = EarlierCertificate(number: "18S1100B0001/00001")
    earlier.date = before
    draft.circumstances.replaces = earlier
    draft.issue?.date = try day(change.from)
    draft.application?.date = draft.issue?.date
    for index in draft.goods.indices {
      draft.goods[index].criterion = OriginCriterion(code: "PSR")
    }
    let new = try site.form(of: draft)
    #expect(try new.layout.from == day(change.from) && new.context.itemCap == 50)
  }

  @Test("Every kind has an edition for today's certificates, and its dates leave no gap")
  func noGaps() throws {
    let site = try Site.load()
    for kind in site.policies.kinds {
      let editions = try #require(site.library.editions[kind.code], "\(kind.code)")
      #expect(editions.last?.until == nil, "\(kind.code)")
      for (older, newer) in zip(editions, editions.dropFirst()) {
        let last = try #require(older.until)
        let gap = newer.from.number - last.number
        #expect(gap == 1, "\(kind.code) from \(last) to \(newer.from)")
      }
    }
  }
}

extension CalendarDate {
  /// Days since some day long ago (the civil calendar's day number).
  fileprivate var number: Int {
    let y = month <= 2 ? year - 1 : year
    let m = month <= 2 ? month + 9 : month - 3
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day
  }
}
