package import Measures

/// A paper size by its self-describing name, such as `iso_a4_210x297mm` (PWG 5101.1 section 5).
package struct MediaSize: Hashable, Codable, Sendable {
  /// The whole name.
  package let name: String
  /// Short edge by long edge as the name states them: the paper in portrait.
  package let size: Size

  private static let classes: Set<Substring> = [
    "custom", "na", "asme", "roc", "oe", "roll", "om", "iso", "jis", "jpn", "prc",
  ]

  /// Reads a self-describing name; `nil` when the text is none or a side is zero or over 100 m.
  package init?(_ name: String) {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 3, Self.classes.contains(parts[0]), Self.isName(parts[1]) else {
      return nil
    }
    let unit = parts[2].hasSuffix("mm") ? Length.unitsPerMillimetre : Length.unitsPerInch
    let sides = parts[2].dropLast(2).split(separator: "x", omittingEmptySubsequences: false)
    guard parts[2].hasSuffix("mm") || parts[2].hasSuffix("in"), sides.count == 2,
      let width = Self.length(sides[0], unit: unit), let height = Self.length(sides[1], unit: unit)
    else { return nil }
    self.name = name
    size = Size(width: width, height: height)
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "."), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  /// A number such as `8.5` or `215.9` times the unit; at most three decimals, no leading zeros.
  private static func length(_ text: Substring, unit: Int) -> Length? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard (1...2).contains(parts.count), let whole = digits(parts[0], upTo: 6),
      parts[0] == "0" || parts[0].first != "0", digits(fraction, upTo: 3) != nil,
      let thousandths = Int(fraction + String(repeating: "0", count: 3 - fraction.count))
    else { return nil }
    let units = (whole * 1000 + thousandths) * unit / 1000
    guard units > 0, units <= 100_000 * Length.unitsPerMillimetre else { return nil }
    return Length(units: units)
  }

  private static func digits(_ text: Substring, upTo count: Int) -> Int? {
    let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isNumber && (1...count).contains(text.utf8.count) ? Int(text) : nil
  }
}
