import Foundation

/// Text as the certificate keeps it.
enum Text {
  /// Line ends as `\n` and characters in their composed form (Unicode NFC).
  static func normalised(_ text: String) -> String {
    let composed = isComposed(text) ? text : text.precomposedStringWithCanonicalMapping
    guard composed.utf8.contains(0x0D) else { return composed }
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in composed.unicodeScalars {
      if scalar == "\r" {
        scalars.append("\n")
      } else if scalar != "\n" || previous != "\r" {
        scalars.append(scalar)
      }
      previous = scalar
    }
    return String(scalars)
  }

  /// Whether every character is one that composition never changes.
  private static func isComposed(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0..<0x300, 0x3000..<0x3041, 0x4E00..<0xA000, 0xFF01..<0xFFE0: true
      default: false
      }
    }
  }
}
