package import Diagnostics
package import Notation

/// Until when a certificate may be signed, regularly and as one issued late (S2-86, S2-139).
package struct SigningWindow: Hashable, Sendable, NodeReadable {
  /// The day the periods are counted from; shipment unless stated.
  package let basis: PeriodBasis
  /// The regular period in days; `nil` where none is known or it is counted in working days.
  package let days: Int?
  /// The regular period in working days.
  package let workingDays: Int?
  /// Whether Saturdays and Sundays count as working days (X26).
  package let weekendsCount: Bool
  /// The period for late issue in months, from the same day; `nil` without a limit in months.
  package let lateMonths: Int?
  /// The period for late issue in days; `nil` without a limit in days.
  package let lateDays: Int?

  /// Reads a window, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    basis = reader.optional("counted-from") ?? .shipment
    days = reader.optional("days")
    workingDays = reader.optional("working-days")
    weekendsCount = reader.optional("weekends-count") ?? false
    lateMonths = reader.optional("late-months")
    lateDays = reader.optional("late-days")
    reader.finish()
  }

  /// The last day of the regular period; `nil` where none is known.
  ///
  /// A year without an entry in `holidays` has weekends only.
  package func lastRegularDay(after start: CalendarDate, holidays: [Holidays]) -> CalendarDate? {
    guard let workingDays else { return days.flatMap { start.adding(days: $0) } }
    let off = Set(holidays.flatMap(\.days))
    var day: CalendarDate? = start
    var left = workingDays
    while left > 0 {
      day = day?.next
      guard let day else { return nil }
      if !off.contains(day), weekendsCount || !day.isWeekend { left -= 1 }
    }
    return day
  }

  /// The last day on which a certificate may still be issued late; `nil` without a limit.
  package func lastLateDay(after start: CalendarDate) -> CalendarDate? {
    lateMonths.flatMap { start.adding(months: $0) } ?? lateDays.flatMap { start.adding(days: $0) }
  }
}
