/// A value of CBOR (RFC 8949) of the kinds that records use: no floats, no tags.
package indirect enum CBOR: Hashable, Sendable {
  /// Major type 0.
  case unsigned(UInt64)
  /// Major type 1: the number −1 − n.
  case negative(UInt64)
  /// Major type 2.
  case bytes([UInt8])
  /// Major type 3.
  case text(String)
  /// Major type 4.
  case array([CBOR])
  /// Major type 5, in any order; the encoder sorts.
  case map([Pair])
  case bool(Bool)
  case null

  /// One entry of a map.
  package struct Pair: Hashable, Sendable {
    /// What the entry is found by.
    package let key: CBOR
    /// What stands under the key.
    package let value: CBOR

    /// An entry from its key and value.
    package init(_ key: CBOR, _ value: CBOR) {
      self.key = key
      self.value = value
    }
  }

  /// A whole number of either sign.
  package static func integer(_ number: Int) -> CBOR {
    number < 0 ? .negative(UInt64(-1 - number)) : .unsigned(UInt64(number))
  }

  /// The number, when it is one that `Int` holds.
  package var integer: Int? {
    switch self {
    case .unsigned(let number): Int(exactly: number)
    case .negative(let number): Int(exactly: number).map { -1 - $0 }
    default: nil
    }
  }

  /// The text, when it is one.
  package var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The byte string, when it is one.
  package var byteString: [UInt8]? {
    guard case .bytes(let bytes) = self else { return nil }
    return bytes
  }

  /// The elements, when it is an array.
  package var elements: [CBOR]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }
}
