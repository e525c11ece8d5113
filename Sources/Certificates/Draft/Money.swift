package import Foundation

/// An amount of money.
package struct Money: Hashable, Sendable {
  /// The number of units of the currency, exact to every decimal given.
  package var amount: Decimal
  /// ISO 4217.
  package var currency: String

  /// An amount from a number and its currency code.
  package init(amount: Decimal, currency: String) {
    self.amount = amount
    self.currency = currency
  }
}
