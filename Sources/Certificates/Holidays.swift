package import Diagnostics
package import Notation

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
