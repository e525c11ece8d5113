package import Measures

/// A paper size by its self-describing name, such as `iso_a4_210x297mm` (PWG 5101.1 section 5).
package struct MediaSize: Hashable, Codable, Sendable {
  /// The whole name.
  package let name: String
  /// Short edge by long edge as the name states them: the paper in portrait.
  package let size: Size

  /// Reads a self-describing name; `nil` when the text is none or a side is zero or over 100 m.
  package init?(_ name: String) {
    let pattern =
      /(custom|na|asme|roc|oe|roll|om|iso|jis|jpn|prc)_[a-z0-9.\-]+_([0-9.]+)x([0-9.]+)(mm|in)/
    guard let match = name.wholeMatch(of: pattern) else { return nil }
    let unit = match.4 == "mm" ? Length.unitsPerMillimetre : Length.unitsPerInch
    guard let width = Self.length(match.2, unit: unit),
      let height = Self.length(match.3, unit: unit)
    else { return nil }
    self.name = name
    size = Size(width: width, height: height)
  }

  /// A number such as `8.5` or `215.9` times the unit; at most three decimals, no leading zeros.
  private static func length(_ text: Substring, unit: Int) -> Length? {
    guard let match = text.wholeMatch(of: /(0|[1-9][0-9]{0,5})(?:\.([0-9]{1,3}))?/) else {
      return nil
    }
    let fraction = match.2 ?? ""
    let padded = fraction + String(repeating: "0", count: 3 - fraction.count)
    guard let whole = Int(match.1), let thousandths = Int(padded) else { return nil }
    let units = (whole * 1000 + thousandths) * unit / 1000
    guard units > 0, units <= 100_000 * Length.unitsPerMillimetre else { return nil }
    return Length(units: units)
  }
}
