/// An opaque colour in sRGB, 0–255 each.
package struct Ink: Hashable, Codable, Sendable {
  /// The red part, 0–255.
  package let red: UInt8
  /// The green part, 0–255.
  package let green: UInt8
  /// The blue part, 0–255.
  package let blue: UInt8

  /// A colour from its three parts, 0–255 each.
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#rrggbb`; `nil` for any other text.
  package init?(hex: String) {
    let digits = hex.utf8.dropFirst()
    guard hex.utf8.count == 7, hex.first == "#", digits.allSatisfy(Self.isHexDigit),
      let value = UInt32(hex.dropFirst(), radix: 16)
    else { return nil }
    self.init(
      red: UInt8(value >> 16 & 0xff), green: UInt8(value >> 8 & 0xff), blue: UInt8(value & 0xff))
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }

  /// The ink of text and lines when no other is asked for.
  package static let black = Ink(red: 0, green: 0, blue: 0)

  /// The colour as `#rrggbb`.
  package var hex: String {
    "#"
      + [red, green, blue].map { value in
        let digits = String(value, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }
}
