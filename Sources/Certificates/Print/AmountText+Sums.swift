import Foundation

extension AmountText {
  /// The sums by unit, in the order of their first part.
  ///
  /// - Returns: `nil` when there are no parts or one of them is not known.
  package static func sum(_ parts: [Quantity?]) -> [Quantity]? {
    sums(parts.map { $0.map { ($0.unit, $0.value) } })?
      .map { Quantity(value: $0.value, unit: $0.unit) }
  }

  /// The sums by currency, in the order of their first part.
  ///
  /// - Returns: `nil` when there are no parts or one of them is not known.
  package static func sum(_ parts: [Money?]) -> [Money]? {
    sums(parts.map { $0.map { ($0.currency, $0.amount) } })?
      .map { Money(amount: $0.value, currency: $0.unit) }
  }

  /// The price of one unit, rounded half up to the decimals of the currency.
  ///
  /// - Returns: `nil` for a quantity of nothing.
  package static func unitPrice(of value: Money, for quantity: Quantity) -> Money? {
    guard quantity.value > 0 else { return nil }
    let price = rounded(value.amount / quantity.value, decimals(of: value.currency), .plain)
    return Money(amount: price, currency: value.currency)
  }

  /// `USD TWELVE AND 50/100`; an amount beyond ``NumberWords/largest`` stays in figures.
  package static func words(_ money: Money) -> String {
    let whole = rounded(money.amount, 0, .down)
    guard (0...Decimal(NumberWords.largest)).contains(whole) else { return self.money(money) }
    let words = "\(money.currency) \(NumberWords.english((whole as NSDecimalNumber).intValue))"
    guard money.amount != whole else { return words }
    let figures = DecimalFormat.fixed(money.amount, places: decimals(of: money.currency))
    let cents = figures.split(separator: ".").last ?? ""
    return "\(words) AND \(cents)/1\(String(repeating: "0", count: cents.count))"
  }

  private static func sums(
    _ parts: [(unit: String, value: Decimal)?]
  ) -> [(unit: String, value: Decimal)]? {
    var sums: [(unit: String, value: Decimal)] = []
    for part in parts {
      guard let part else { return nil }
      if let index = sums.firstIndex(where: { $0.unit == part.unit }) {
        sums[index].value += part.value
      } else {
        sums.append(part)
      }
    }
    return sums.isEmpty ? nil : sums
  }

  private static func rounded(
    _ value: Decimal, _ places: Int, _ mode: NSDecimalNumber.RoundingMode
  ) -> Decimal {
    var value = value
    var result = Decimal()
    NSDecimalRound(&result, &value, places, mode)
    return result
  }
}
