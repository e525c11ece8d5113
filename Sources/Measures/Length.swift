/// A distance on paper, exact in every unit the trade uses.
///
/// Stored as an integer of 914 400 to the inch, so that one millimetre (36 000), one point (12 700)
/// and 1/60, 1/72, 1/180, 1/300, 1/360 and 1/600 inch are whole numbers and sums never drift.
package struct Length: Hashable, Comparable, Codable, Sendable {
  /// The number of units in one inch.
  package static let unitsPerInch = 914_400
  /// The number of units in one millimetre.
  package static let unitsPerMillimetre = 36_000
  /// The number of units in one point (1/72 inch).
  package static let unitsPerPoint = 12_700

  /// No distance at all.
  package static let zero = Length(units: 0)

  /// The distance in units of 1/914 400 inch.
  package let units: Int

  /// A distance from a whole number of units of 1/914 400 inch.
  package init(units: Int) { self.units = units }

  /// A distance in millimetres, rounded to the nearest unit.
  package static func mm(_ value: Double) -> Length {
    Length(units: Int((value * Double(unitsPerMillimetre)).rounded()))
  }

  /// A distance in points of 1/72 inch, rounded to the nearest unit.
  package static func pt(_ value: Double) -> Length {
    Length(units: Int((value * Double(unitsPerPoint)).rounded()))
  }

  /// A distance in inches, rounded to the nearest unit.
  package static func inches(_ value: Double) -> Length {
    Length(units: Int((value * Double(unitsPerInch)).rounded()))
  }

  /// The distance in millimetres.
  package var mm: Double { Double(units) / Double(Self.unitsPerMillimetre) }
  /// The distance in points of 1/72 inch.
  package var pt: Double { Double(units) / Double(Self.unitsPerPoint) }
  /// The distance in inches.
  package var inches: Double { Double(units) / Double(Self.unitsPerInch) }

  /// The distance in dots of a device, not rounded.
  package func dots(perInch resolution: Int) -> Double { inches * Double(resolution) }

  /// Reads a whole number of units of 1/914 400 inch.
  package init(from decoder: any Decoder) throws {
    units = try decoder.singleValueContainer().decode(Int.self)
  }

  /// Writes a whole number of units of 1/914 400 inch.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(units)
  }

  /// Whether the first distance is the shorter one.
  package static func < (a: Length, b: Length) -> Bool { a.units < b.units }
  /// The sum of two distances, exact.
  package static func + (a: Length, b: Length) -> Length { Length(units: a.units + b.units) }
  /// The difference of two distances, exact.
  package static func - (a: Length, b: Length) -> Length { Length(units: a.units - b.units) }
  /// The same distance in the opposite direction.
  package static prefix func - (a: Length) -> Length { Length(units: -a.units) }
  /// A distance times a whole number, exact.
  package static func * (a: Length, b: Int) -> Length { Length(units: a.units * b) }
  /// A distance divided by a whole number, rounded towards zero to a unit.
  package static func / (a: Length, b: Int) -> Length { Length(units: a.units / b) }
  /// Adds the second distance to the first.
  package static func += (a: inout Length, b: Length) { a = a + b }
  /// Subtracts the second distance from the first.
  package static func -= (a: inout Length, b: Length) { a = a - b }

  /// The distance times a plain number, rounded to the nearest unit.
  package func scaled(by factor: Double) -> Length {
    Length(units: Int((Double(units) * factor).rounded()))
  }
}

extension Length: CustomStringConvertible {
  /// Millimetres with at most three decimals, for messages and dumps.
  package var description: String {
    let thousandths = Int((mm * 1000).rounded())
    let sign = thousandths < 0 ? "-" : ""
    let whole = abs(thousandths) / 1000
    let rest = abs(thousandths) % 1000
    if rest == 0 { return "\(sign)\(whole)mm" }
    var digits = String(rest + 1000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)mm"
  }
}
