import CICU
import Notation

/// The characters a face is cut down to.
package enum CoreCharacters: String, CaseIterable, NodeChoice, Sendable {
  /// GB/T 2312-1980 with Latin, general and Chinese punctuation and the full-width forms.
  case gb2312
}

extension CoreCharacters {
  /// The characters as ranges of Unicode numbers.
  var ranges: [ClosedRange<UInt32>] {
    switch self {
    case .gb2312: Self.common + Self.encoding("GB2312")
    }
  }

  /// Latin (Basic, Latin-1, the letters of pinyin), punctuation, CJK symbols, full-width forms.
  private static let common: [ClosedRange<UInt32>] = [
    0x20...0x7e, 0xa0...0xff, 0x100...0x17f, 0x1cd...0x1dc, 0x2010...0x203b, 0x20ac...0x20ac,
    0x3000...0x303f, 0xff00...0xffef,
  ]

  /// What ICU's converter of that name maps both ways, without controls.
  private static func encoding(_ name: String) -> [ClosedRange<UInt32>] {
    guard let set = unsafe op_character_set_of_encoding(name) else {
      preconditionFailure("ICU has no table of \(name)")
    }
    defer { unsafe op_character_set_close(set) }
    return (0..<(unsafe op_character_set_count(set))).compactMap { index in
      var first: UInt32 = 0
      var last: UInt32 = 0
      guard unsafe op_character_set_range(set, index, &first, &last), last >= 0xa0 else {
        return nil
      }
      return max(first, 0xa0)...last
    }
  }
}
