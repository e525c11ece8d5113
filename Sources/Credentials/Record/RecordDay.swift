package import Certificates

/// Days as records count them: whole days since 1 January 2020.
package enum RecordDay {
  /// Days from 1 March of year 0 of the Gregorian calendar to 1 January 2020.
  private static let epoch = 737_730

  /// The day that is counted as 0.
  package static let first = CalendarDate(year: 2020, month: 1, day: 1)

  /// The number of a day; negative before 2020.
  static func number(of date: CalendarDate) -> Int {
    // Years begin in March, so that the leap day is the last of its year.
    let year = date.month > 2 ? date.year : date.year - 1
    let month = (date.month + 9) % 12
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10
      + date.day - 1 - epoch
  }

  /// The day of a number; `nil` outside of the years 1900 to 2999.
  static func date(of number: Int) -> CalendarDate? {
    guard (-44_000...360_000).contains(number) else { return nil }
    let days = number + epoch
    var year = (10_000 * days + 14_780) / 3_652_425
    var rest = days - start(of: year)
    if rest < 0 {
      year -= 1
      rest = days - start(of: year)
    }
    let month = (100 * rest + 52) / 3060
    return CalendarDate(
      year: year + (month + 2) / 12, month: (month + 2) % 12 + 1,
      day: rest - (month * 306 + 5) / 10 + 1)
  }

  private static func start(of year: Int) -> Int {
    365 * year + year / 4 - year / 100 + year / 400
  }
}
