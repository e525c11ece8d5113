/// Goes through bytes one command after the other.
struct ByteCursor {
  private let bytes: [UInt8]
  /// Bytes read so far.
  private(set) var offset = 0
  /// Where the command under way began.
  private(set) var start = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  /// The first byte of the next command.
  mutating func begin() -> UInt8? {
    guard !isAtEnd else { return nil }
    start = offset
    offset += 1
    return bytes[start]
  }

  /// The next byte of the command.
  mutating func byte() throws(ReadingFault) -> Int { Int(try take(1)[0]) }

  /// The next two bytes, the low one first.
  mutating func word() throws(ReadingFault) -> Int { try byte() + 256 * byte() }

  /// So many bytes of data.
  mutating func take(_ count: Int) throws(ReadingFault) -> [UInt8] {
    guard count <= bytes.count - offset else {
      throw ReadingFault(.cutShort, Wording.cutShort(at: start))
    }
    defer { offset += count }
    return Array(bytes[offset..<(offset + count)])
  }

  /// The command under way as far as it was read.
  var command: [UInt8] { Array(bytes[start..<offset].prefix(8)) }
}
