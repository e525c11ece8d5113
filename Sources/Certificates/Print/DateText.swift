/// Dates as the forms print them (forms-2.md 6.3).
package enum DateText {
  private static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  /// `MAY.05,2026`, in Chinese `2026年5月5日`.
  package static func text(_ date: CalendarDate, language: FormKind.Language) -> String {
    switch language {
    case .english:
      "\(months[date.month - 1]).\(date.day < 10 ? "0" : "")\(date.day),\(date.year)"
    case .chinese: "\(date.year)年\(date.month)月\(date.day)日"
    }
  }
}
