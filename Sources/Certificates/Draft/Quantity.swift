package import Foundation

/// A number with its unit.
package struct Quantity: Hashable, Sendable {
  /// The number, exact to every decimal given.
  package var value: Decimal
  /// The unit as printed, such as `PCS` or `KGS`.
  package var unit: String

  /// A quantity from a number and its unit.
  package init(value: Decimal, unit: String) {
    self.value = value
    self.unit = unit
  }
}
