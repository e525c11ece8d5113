import Certificates
import Diagnostics
import Foundation
import Testing

/// Until when a certificate is signed, and when it is one issued late (S2-86, S2-139).
@Suite struct SigningWindowTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// What is said to a sample whose period begins on one day and which is signed on another.
  private func findings(
    _ form: String, from start: String, signed: String, isRetroactive: Bool = false
  ) throws -> [Diagnostic] {
    let policies = try PolicyFolder.load()
    var draft = try Sample.certificate(
      form: form, policies: policies, day: try day("2025-03-01"))
    draft.transport?.departure = try day(start)
    if form == "H" { draft.exportDeclarationDate = try day(start) }
    draft.application?.date = try day(signed)
    draft.issue?.date = try day(signed)
    draft.circumstances.isRetroactive = isRetroactive
    return CertificateRules.check(draft, policies: policies).diagnostics
  }

  @Test(
    "APTA: three working days after shipment, over weekends and statutory holidays (S2-86)",
    arguments: [
      ("2026-03-02", "2026-03-05"),  // Monday to Thursday
      ("2026-03-05", "2026-03-10"),  // Thursday, over a weekend
      ("2026-03-07", "2026-03-11"),  // Saturday
      ("2026-04-30", "2026-05-06"),  // 1 and 2 May are holidays, 4 and 5 only exchanged (调休)
      ("2026-02-13", "2026-02-24"),  // Friday; 16 to 19 February are Spring Festival
      ("2026-12-30", "2027-01-05"),  // Wednesday; New Year's Day is in the table of 2027
    ])
  func lastDayOfAPTA(_ shipped: String, _ last: String) throws {
    #expect(try findings("B", from: shipped, signed: last) == [])
    let late = try #require(try day(last).next).description
    let found = try findings("B", from: shipped, signed: late)
    #expect(found.map { "\($0.severity): \($0.place.path)" } == ["error: issue.date"])
    #expect(found.first?.message.english == "form B had to be signed by \(last)")
  }

  @Test func beforeShipmentIsAlwaysRight() throws {
    for form in ["B", "E", "RCEP", "K"] {
      #expect(try findings(form, from: "2026-06-30", signed: "2026-03-02") == [])
    }
  }

  /// The last regular day of goods shipped on Monday, 2026-03-02 (forms.md 6, forms-2.md 7.1).
  private static let regular = [
    ("E", "2026-03-05"), ("RCEP", "2026-03-02"), ("F", "2026-04-01"), ("I", "2026-03-02"),
    ("K", "2026-03-11"), ("GE", "2026-03-02"), ("P", "2026-03-17"), ("R", "2026-03-02"),
  ]

  @Test("Later than that it is one issued late, and says so (S2-139)", arguments: regular)
  func late(_ form: String, _ last: String) throws {
    #expect(try findings(form, from: "2026-03-02", signed: last) == [])
    let late = try #require(try day(last).next).description
    let found = try findings(form, from: "2026-03-02", signed: late)
    #expect(
      found.map { "\($0.severity): \($0.place.path)" }
        == ["warning: circumstances.isRetroactive"])
    #expect(found.first?.message.chinese.hasPrefix("该证书为补发证书") == true)
    #expect(try findings(form, from: "2026-03-02", signed: late, isRetroactive: true) == [])
  }

  @Test(
    "After the period for late issue nothing can be issued (forms-2.md 7.1)",
    arguments: [
      ("E", "2026-03-02"), ("RCEP", "2026-03-02"), ("F", "2026-03-02"), ("I", "2026-03-02"),
      ("K", "2026-03-02"), ("GE", "2026-03-02"), ("P", "2026-03-02"), ("L", "2026-03-02"),
      ("N", "2026-03-02"), ("X", "2026-03-02"), ("A", "2026-03-02"), ("H", "2025-05-31"),
    ])
  func tooLate(_ form: String, _ last: String) throws {
    let start = "2025-03-02"
    #expect(try findings(form, from: start, signed: last, isRetroactive: true) == [])
    let late = try #require(try day(last).next).description
    let found = try findings(form, from: start, signed: late, isRetroactive: true)
    #expect(found.map { "\($0.severity): \($0.place.path)" } == ["error: issue.date"])
  }

  @Test("A month later than the 31st is the month's last day")
  func months() throws {
    #expect(try day("2026-01-31").adding(months: 1) == day("2026-02-28"))
    #expect(try day("2024-02-29").adding(months: 12) == day("2025-02-28"))
    #expect(try day("2026-12-15").adding(months: 1) == day("2027-01-15"))
  }

  @Test("The weekend is a switch of the table (X26)")
  func weekends() throws {
    let policies = try PolicyFolder.load()
    let window = try #require(policies.signingWindows.value(form: "B", day: try day("2026-05-05")))
    #expect(window.workingDays == 3 && !window.weekendsCount)
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
