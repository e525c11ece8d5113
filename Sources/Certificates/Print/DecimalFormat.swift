package import Foundation

/// Decimal numbers as text, without grouping and without exponent.
package enum DecimalFormat {
  /// The shortest exact form: `12.5`, `1000`, `-0.001`.
  package static func plain(_ value: Decimal) -> String {
    "\(value)"
  }

  /// The exact form with at least `places` digits behind the point: `12.50`.
  package static func fixed(_ value: Decimal, places: Int) -> String {
    let text = plain(value)
    let fraction = text.split(separator: ".").dropFirst().first?.count ?? 0
    guard fraction < places else { return text }
    return text + (fraction == 0 ? "." : "") + String(repeating: "0", count: places - fraction)
  }
}
