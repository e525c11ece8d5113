/// Looks at bytes eight at a time.
enum Words {
  /// Whether every byte is zero.
  static func areZero(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(line)
    var position = 0
    while position + 8 <= line.count {
      if unsafe raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) != 0 { return false }
      position += 8
    }
    while position < line.count {
      if unsafe line[position] != 0 { return false }
      position += 1
    }
    return true
  }
}
