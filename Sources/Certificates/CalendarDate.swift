package import Diagnostics
package import Notation

/// A day of the Gregorian calendar without time or zone, as dates stand on certificates.
package struct CalendarDate: Hashable, Comparable, Sendable {
  /// 1900 to 2999.
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// A day that exists, else `nil`; years 1900 to 2999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD` (ISO 8601); `nil` for any other text or a day that does not exist.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// The day after; `nil` after the last one.
  package var next: CalendarDate? {
    CalendarDate(year: year, month: month, day: day + 1)
      ?? CalendarDate(year: year, month: month + 1, day: 1)
      ?? CalendarDate(year: year + 1, month: 1, day: 1)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// So many days later; `nil` after the last that can be stated.
  package func adding(days: Int) -> CalendarDate? {
    (0..<days).reduce(self) { day, _ in day?.next }
  }

  /// The same day so many months later, or that month's last; `nil` after the last year.
  package func adding(months: Int) -> CalendarDate? {
    let count = year * 12 + month - 1 + months
    let (year, month) = (count / 12, count % 12 + 1)
    return CalendarDate(year: year, month: month, day: min(day, Self.days(in: month, of: year)))
  }

  /// Whether the day is a Saturday or a Sunday (Zeller's rule: 0 is Saturday).
  package var isWeekend: Bool {
    let shifted = month < 3 ? (year - 1, month + 12) : (year, month)
    let (year, month) = shifted
    return (day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7 < 2
  }

  /// Whether a day is earlier than another.
  package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  package var description: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }
}

extension CalendarDate: NodeReadable {
  /// Reads `YYYY-MM-DD`, or reports that the text is no date.
  package init?(_ node: Node, _ findings: Findings) {
    guard let text = String(node, findings) else { return nil }
    guard let date = CalendarDate(text) else {
      findings.error(at: node.place, Wording.notADate(text))
      return nil
    }
    self = date
  }
}
