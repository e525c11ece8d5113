package import Diagnostics
import Notation

/// One dated row of a policy table.
package struct PolicyRow<Value: Sendable>: Sendable {
  /// The form code.
  package let form: String
  /// The destinations it holds for; `nil` for all that no other row names.
  package let destinations: [String]?
  /// The first day it holds.
  package let from: CalendarDate?
  /// The last day it holds.
  package let until: CalendarDate?
  /// Where the fact stands.
  package let source: String
  /// What holds where the row applies.
  package let value: Value
  /// Where the row itself stands.
  package let place: Place

  func holds(on day: CalendarDate) -> Bool {
    if let from, day < from { return false }
    if let until, day > until { return false }
    return true
  }

  /// Whether some certificate would match both rows equally well.
  func collides(with other: PolicyRow) -> Bool {
    guard form == other.form, !isBefore(other), !other.isBefore(self) else { return false }
    guard let destinations, let others = other.destinations else {
      return destinations == nil && other.destinations == nil
    }
    return !Set(destinations).isDisjoint(with: others)
  }

  private func isBefore(_ other: PolicyRow) -> Bool {
    guard let until, let from = other.from else { return false }
    return until < from
  }
}

/// Dated rows that are looked up by form, destination and day.
package struct PolicyTable<Value: Sendable>: Sendable {
  /// The rows that were read.
  package let rows: [PolicyRow<Value>]
  private let byForm: [String: [PolicyRow<Value>]]

  init(_ rows: [PolicyRow<Value>], _ findings: Findings) {
    self.rows = rows
    byForm = Dictionary(grouping: rows, by: \.form)
    for (index, row) in rows.enumerated() {
      if let earlier = rows[..<index].first(where: row.collides) {
        findings.error(at: row.place, Wording.overlap(row.form, line: earlier.place.line))
      }
    }
  }

  /// The row that holds; one that names the destination goes before one that names none.
  package func row(
    form: String, destination: String? = nil, day: CalendarDate
  ) -> PolicyRow<Value>? {
    let valid = (byForm[form] ?? []).filter { $0.holds(on: day) }
    let named = valid.first { row in
      row.destinations.map { list in destination.map(list.contains) ?? false } ?? false
    }
    return named ?? valid.first { $0.destinations == nil }
  }

  /// The value that holds, if any row does.
  package func value(form: String, destination: String? = nil, day: CalendarDate) -> Value? {
    row(form: form, destination: destination, day: day)?.value
  }
}
