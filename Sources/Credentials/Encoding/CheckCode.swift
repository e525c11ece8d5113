import Crypto
package import Foundation

/// The six characters that a person types with the numbers: 30 bits of an HMAC-SHA-256.
///
/// Printed in Crockford's base32, which has no I, L, O and U. Only who holds the key can make one.
package struct CheckCode: Hashable, Sendable, CustomStringConvertible {
  /// The six characters, in capitals.
  package let description: String

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  private static let length = 6

  /// The code of one original output.
  ///
  /// - Parameters:
  ///   - number: the certificate number.
  ///   - serial: the serial of the output.
  ///   - key: the secret of the issuing body, 32 bytes at least.
  package init(number: String, serial: String, key: Data) {
    // A zero byte stands in neither, so no two pairs make the same message.
    let message = Data("originpress/check-code/v1\0\(number)\0\(serial)".utf8)
    let code = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key))
    let bits = code.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } >> 2
    let text = (0..<Self.length).map { place in
      Self.alphabet[Int(bits >> UInt32(5 * (Self.length - 1 - place))) & 31]
    }
    description = String(decoding: text, as: UTF8.self)
  }

  /// Reads a typed code: in any case, with blanks or hyphens, O for 0, I and L for 1.
  ///
  /// - Returns: `nil` when it has not six characters of the alphabet.
  package init?(typed text: String) {
    let kept = text.uppercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
      .map(Self.meant)
    guard kept.count == Self.length, kept.allSatisfy(Self.alphabet.contains) else { return nil }
    description = String(decoding: kept, as: UTF8.self)
  }

  /// Whether a typed code is this one; takes the same time wherever they differ.
  package func matches(_ other: CheckCode) -> Bool {
    zip(description.utf8, other.description.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func meant(_ character: UInt8) -> UInt8 {
    switch character {
    case UInt8(ascii: "O"): UInt8(ascii: "0")
    case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
    default: character
    }
  }
}
