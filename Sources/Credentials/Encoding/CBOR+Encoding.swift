extension CBOR {
  /// The one deterministic encoding (RFC 8949, section 4.2.1): shortest heads, definite lengths, map
  /// keys in the order of their bytes.
  ///
  /// A map must not hold a key twice.
  package var encoded: [UInt8] {
    switch self {
    case .unsigned(let number): return Self.head(0, number)
    case .negative(let number): return Self.head(1, number)
    case .bytes(let bytes): return Self.head(2, UInt64(bytes.count)) + bytes
    case .text(let text): return Self.head(3, UInt64(text.utf8.count)) + Array(text.utf8)
    case .array(let elements):
      return Self.head(4, UInt64(elements.count)) + elements.flatMap(\.encoded)
    case .map(let pairs): return Self.head(5, UInt64(pairs.count)) + Self.sorted(pairs)
    case .bool(let flag): return [flag ? 0xF5 : 0xF4]
    case .null: return [0xF6]
    }
  }

  private static func sorted(_ pairs: [Pair]) -> [UInt8] {
    let encoded = pairs.map { (key: $0.key.encoded, value: $0.value.encoded) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    precondition(
      zip(encoded, encoded.dropFirst()).allSatisfy { $0.key != $1.key }, "a key appears once")
    return encoded.flatMap { $0.key + $0.value }
  }

  /// The major type with its argument in as few bytes as it takes (RFC 8949, section 3).
  private static func head(_ major: UInt8, _ argument: UInt64) -> [UInt8] {
    let type = major << 5
    switch argument {
    case 0..<24: return [type | UInt8(argument)]
    case 0...0xFF: return [type | 24] + bigEndian(argument, 1)
    case 0...0xFFFF: return [type | 25] + bigEndian(argument, 2)
    case 0...0xFFFF_FFFF: return [type | 26] + bigEndian(argument, 4)
    default: return [type | 27] + bigEndian(argument, 8)
    }
  }

  private static func bigEndian(_ number: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * (count - 1 - $0))) }
  }
}
