import Certificates
import Diagnostics
import Foundation
import Testing

/// APTA certificates are signed before shipment or within three working days after (S2-86).
@Suite struct SigningWindowTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// What is wrong with an APTA sample shipped on one day and signed on another.
  private func faults(shipped: String, signed: String) throws -> [Diagnostic] {
    let policies = try PolicyFolder.load()
    var draft = try Sample.certificate(
      form: "B", policies: policies, day: try day("2025-12-01"))
    draft.transport?.departure = try day(shipped)
    draft.application?.date = try day(signed)
    draft.issue?.date = try day(signed)
    return CertificateRules.check(draft, policies: policies).diagnostics
  }

  @Test(
    "The last day, over weekends and statutory holidays",
    arguments: [
      ("2026-03-02", "2026-03-05"),  // Monday to Thursday
      ("2026-03-05", "2026-03-10"),  // Thursday, over a weekend
      ("2026-03-07", "2026-03-11"),  // Saturday
      ("2026-04-30", "2026-05-06"),  // 1 and 2 May are holidays, 4 and 5 only exchanged (调休)
      ("2026-02-13", "2026-02-24"),  // Friday; 16 to 19 February are Spring Festival
      ("2026-12-30", "2027-01-05"),  // Wednesday; New Year's Day is in the table of 2027
    ])
  func lastDay(_ shipped: String, _ last: String) throws {
    #expect(try faults(shipped: shipped, signed: last) == [])
    let late = try #require(try day(last).next).description
    let found = try faults(shipped: shipped, signed: late)
    #expect(found.map(\.place.path) == ["issue.date"])
    #expect(found.first?.message.key == "certificate.signed-too-late")
    #expect(found.first?.hint?.english == "the last day was \(last)")
  }

  @Test func beforeShipmentIsAlwaysRight() throws {
    #expect(try faults(shipped: "2026-06-30", signed: "2026-03-02") == [])
  }

  @Test("The weekend is a switch (X26)")
  func weekends() throws {
    let policies = try PolicyFolder.load()
    let window = try #require(policies.signingWindows.value(form: "B", day: try day("2026-05-05")))
    #expect(window.workingDays == 3 && !window.weekendsCount)
  }

  @Test("No other kind has such a window")
  func onlyAPTA() throws {
    let policies = try PolicyFolder.load()
    let found = try policies.kinds.filter { kind in
      policies.signingWindows.value(form: kind.code, day: try day("2026-05-05")) != nil
    }
    #expect(found.map(\.code) == ["B"])
  }

  @Test("The table's moving holidays are those of the Chinese calendar")
  func lunarHolidays() throws {
    var lunar = Calendar(identifier: .chinese)
    var solar = Calendar(identifier: .gregorian)
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    lunar.timeZone = zone
    solar.timeZone = zone
    for holidays in try PolicyFolder.load().holidays {
      for moving in try Self.moving(in: holidays.year, lunar, solar) {
        #expect(holidays.days.contains(moving), "\(moving)")
      }
      let fixed = ["01-01", "05-01", "10-01", "10-02", "10-03"]
      for day in fixed {
        #expect(try holidays.days.contains(self.day("\(holidays.year)-\(day)")), "\(day)")
      }
      #expect(holidays.days.count == (holidays.year < 2025 ? 11 : 13), "\(holidays.year)")
    }
  }

  /// The first three days of the year, the Dragon Boat and the Mid-Autumn day.
  private static func moving(
    in year: Int, _ lunar: Calendar, _ solar: Calendar
  ) throws -> [CalendarDate] {
    let wanted: Set = ["1-1", "1-2", "1-3", "5-5", "8-15"]
    let start = try #require(
      solar.date(from: DateComponents(year: year, month: 1, day: 1, hour: 12)))
    return (0..<366).compactMap { offset in
      guard let date = solar.date(byAdding: .day, value: offset, to: start) else { return nil }
      let parts = lunar.dateComponents([.month, .day, .isLeapMonth], from: date)
      let day = solar.dateComponents([.year, .month, .day], from: date)
      guard parts.isLeapMonth != true, day.year == year,
        wanted.contains("\(parts.month ?? 0)-\(parts.day ?? 0)")
      else { return nil }
      return CalendarDate(year: year, month: day.month ?? 0, day: day.day ?? 0)
    }
  }
}
