/// Base32 of RFC 4648, section 6, without padding: fits the alphanumeric mode of a QR code.
package enum Base32 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  /// The text of some bytes, in capitals.
  package static func encode(_ bytes: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    var bits = 0
    var held = 0
    for byte in bytes {
      held = (held << 8 | Int(byte)) & 0xFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(alphabet[held >> bits & 31])
      }
    }
    if bits > 0 { text.append(alphabet[held << (5 - bits) & 31]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a text in capitals or small letters.
  ///
  /// - Returns: `nil` for a character outside of the alphabet, a length that no bytes have, and spare
  ///   bits that are not zero, so that each byte string has one text but for its case.
  package static func decode(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits = 0
    var held = 0
    for character in text.utf8 {
      guard let value = value(of: character) else { return nil }
      held = (held << 5 | value) & 0xFFF
      bits += 5
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(held >> bits & 0xFF))
    }
    return bits < 5 && held & (1 << bits - 1) == 0 ? bytes : nil
  }

  private static func value(of character: UInt8) -> Int? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(character - UInt8(ascii: "a"))
    case UInt8(ascii: "2")...UInt8(ascii: "7"): Int(character - UInt8(ascii: "2")) + 26
    default: nil
    }
  }
}
