/// A commercial invoice.
package struct Invoice: Hashable, Sendable {
  /// The number as the invoice states it.
  package var number: String
  /// The invoice's date.
  package var date: CalendarDate?
  /// The invoiced value; `nil` when not stated.
  package var value: Money?

  /// An invoice of which only the number is known.
  package init(number: String) { self.number = number }
}
