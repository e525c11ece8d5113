import Foundation

/// Looks at bytes eight at a time.
enum Words {
  /// Whether two equally long stretches hold the same.
  static func areEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = a.baseAddress, let second = b.baseAddress else { return true }
    return unsafe memcmp(first, second, a.count) == 0
  }

  /// How many bytes from `start` on have the same value.
  static func run(in line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let value = unsafe line[start]
    let pattern = UInt64(value) &* 0x0101_0101_0101_0101
    let raw = UnsafeRawBufferPointer(line)
    var end = start + 1
    while end + 8 <= line.count,
      unsafe raw.loadUnaligned(fromByteOffset: end, as: UInt64.self) == pattern
    {
      end += 8
    }
    while end < line.count, unsafe line[end] == value { end += 1 }
    return end - start
  }

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

  /// Replaces each byte of `target` with the one of `source` where that is larger.
  ///
  /// A plain loop over plain pointers: the compiler makes vector instructions of it.
  static func takeLarger(
    _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
  ) {
    guard let new = source.baseAddress, let old = target.baseAddress else { return }
    for index in 0..<min(source.count, target.count) {
      let (a, b) = unsafe (new[index], old[index])
      unsafe old[index] = a > b ? a : b
    }
  }
}
