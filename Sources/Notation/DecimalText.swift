import Foundation

/// The parts of a decimal number's text: `[-]digits[.digits][e[±]digits]`.
struct DecimalText {
  private var isNegative = false
  private var digits: [UInt8] = []
  private var exponent = 0

  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    isNegative = Self.take(&rest, "-")
    let whole = Self.digits(&rest)
    guard (1...30).contains(whole.count) else { return nil }
    digits = whole
    if Self.take(&rest, ".") {
      let fraction = Self.digits(&rest)
      guard (1...18).contains(fraction.count) else { return nil }
      digits += fraction
      exponent = -fraction.count
    }
    if Self.take(&rest, "e") || Self.take(&rest, "E") {
      let isBelowOne = Self.take(&rest, "-")
      if !isBelowOne { _ = Self.take(&rest, "+") }
      let power = Self.digits(&rest)
      guard (1...2).contains(power.count) else { return nil }
      let number = power.reduce(0) { $0 * 10 + Int($1) }
      exponent += isBelowOne ? -number : number
    }
    guard rest.isEmpty else { return nil }
    digits = Array(digits.drop { $0 == 0 })
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { exponent = 0 }
  }

  /// The number; `nil` when it has more digits than a `Decimal` can hold.
  var value: Decimal? {
    guard digits.count <= 36, (-100...100).contains(exponent) else { return nil }
    let (high, low) = (digits.dropLast(18), digits.suffix(18))
    var significand = Decimal(Self.number(low))
    if !high.isEmpty {
      significand += Decimal(Self.number(high)) * Decimal(Self.billionSquared)
    }
    return Decimal(
      sign: isNegative ? .minus : .plus, exponent: exponent, significand: significand)
  }

  private static let billionSquared: UInt64 = 1_000_000_000_000_000_000

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt64 {
    digits.reduce(0) { $0 * 10 + UInt64($1) }
  }

  private static func take(_ rest: inout ArraySlice<UInt8>, _ byte: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: byte) else { return false }
    rest.removeFirst()
    return true
  }

  private static func digits(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    let found = rest.prefix { (48...57).contains($0) }
    rest = rest.dropFirst(found.count)
    return found.map { $0 - 48 }
  }
}
