/// Reads deterministic CBOR strictly: whatever ``CBOR/encoded`` would write otherwise is refused.
package struct CBORDecoder {
  /// Why bytes are no deterministic CBOR.
  package enum Fault: Error, Hashable, Sendable {
    case endsEarly
    case bytesAfterEnd
    /// A head that is longer than its argument needs, or an indefinite length.
    case notShortest
    /// Floats, tags and other simple values.
    case unsupported
    case notUTF8
    /// Keys out of order or twice.
    case keyOrder
    case tooDeep
  }

  /// Deepest accepted nesting of arrays and maps.
  package static let depthLimit = 8

  private var rest: ArraySlice<UInt8>

  /// The value that all the bytes are.
  package static func decode(_ bytes: some Sequence<UInt8>) throws(Fault) -> CBOR {
    var decoder = CBORDecoder(rest: ArraySlice(Array(bytes)))
    let value = try decoder.value(depth: 0)
    guard decoder.rest.isEmpty else { throw .bytesAfterEnd }
    return value
  }

  private mutating func value(depth: Int) throws(Fault) -> CBOR {
    guard depth <= Self.depthLimit else { throw .tooDeep }
    guard let first = rest.popFirst() else { throw .endsEarly }
    if first >> 5 == 7 { return try Self.simple(first) }
    let argument = try argument(first & 31)
    switch first >> 5 {
    case 0: return .unsigned(argument)
    case 1: return .negative(argument)
    case 2: return .bytes(try take(argument))
    case 3: return .text(try Self.text(try take(argument)))
    case 4: return .array(try array(argument, depth))
    case 5: return .map(try map(argument, depth))
    default: throw .unsupported
    }
  }

  private static func simple(_ first: UInt8) throws(Fault) -> CBOR {
    switch first {
    case 0xF4: .bool(false)
    case 0xF5: .bool(true)
    case 0xF6: .null
    default: throw .unsupported
    }
  }

  private mutating func argument(_ information: UInt8) throws(Fault) -> UInt64 {
    guard information >= 24 else { return UInt64(information) }
    guard information < 28 else { throw .notShortest }
    let count = 1 << Int(information - 24)
    let number = try take(UInt64(count)).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let least: UInt64 = count == 1 ? 24 : 1 << (UInt64(count) * 4)
    guard number >= least else { throw .notShortest }
    return number
  }

  private mutating func take(_ count: UInt64) throws(Fault) -> [UInt8] {
    guard count <= UInt64(rest.count) else { throw .endsEarly }
    defer { rest = rest.dropFirst(Int(count)) }
    return Array(rest.prefix(Int(count)))
  }

  private static func text(_ bytes: [UInt8]) throws(Fault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    return text
  }

  private mutating func array(_ count: UInt64, _ depth: Int) throws(Fault) -> [CBOR] {
    guard count <= UInt64(rest.count) else { throw .endsEarly }
    var elements: [CBOR] = []
    for _ in 0..<count { elements.append(try value(depth: depth + 1)) }
    return elements
  }

  private mutating func map(_ count: UInt64, _ depth: Int) throws(Fault) -> [CBOR.Pair] {
    guard count <= UInt64(rest.count / 2) else { throw .endsEarly }
    var pairs: [CBOR.Pair] = []
    var last: [UInt8] = []
    for _ in 0..<count {
      let key = try value(depth: depth + 1)
      let bytes = key.encoded
      guard last.lexicographicallyPrecedes(bytes) else { throw .keyOrder }
      last = bytes
      pairs.append(CBOR.Pair(key, try value(depth: depth + 1)))
    }
    return pairs
  }
}
