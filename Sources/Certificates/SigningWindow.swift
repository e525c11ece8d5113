package import Diagnostics
package import Notation

/// Until when a certificate may be signed, counted from the day of shipment (S2-86).
package struct SigningWindow: Hashable, Sendable, NodeReadable {
  /// How many working days after shipment.
  package let workingDays: Int
  /// Whether Saturdays and Sundays count as working days (X26).
  package let weekendsCount: Bool

  /// Reads a window, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let days: Int? = reader.required("working-days")
    weekendsCount = reader.optional("weekends-count") ?? false
    reader.finish()
    guard let days else { return nil }
    workingDays = days
  }
}

/// The statutory holidays of one year; exchanged working days (调休) are none of them (S2-86).
package struct Holidays: Hashable, Sendable, NodeReadable {
  /// The year.
  package let year: Int
  /// The days off by statute.
  package let days: [CalendarDate]
  /// Where they stand.
  package let source: String

  /// Reads one entry of `holidays.yaml`, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let year: Int? = reader.required("year")
    let days: [CalendarDate]? = reader.required("days")
    let source: String? = reader.required("source")
    reader.finish()
    guard let year, let days, let source else { return nil }
    self.year = year
    self.days = days
    self.source = source
  }
}

extension SigningWindow {
  /// The last day on which a certificate of goods shipped on a day may be signed.
  ///
  /// A year without an entry in `holidays` has weekends only.
  package func lastDay(after shipment: CalendarDate, holidays: [Holidays]) -> CalendarDate? {
    let off = Set(holidays.flatMap(\.days))
    var day: CalendarDate? = shipment
    var left = workingDays
    while left > 0 {
      day = day?.next
      guard let day else { return nil }
      if !off.contains(day), weekendsCount || !day.isWeekend { left -= 1 }
    }
    return day
  }
}
