extension LineCoder {
  /// Codes one line; returns how many bytes were written.
  static func code(
    _ line: UnsafePointer<UInt8>, count: Int, mask: UInt8, to out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var position = 0
    var end = unsafe out
    while position < count {
      let next = unsafe runEnd(line, from: position, count: count)
      if next - position > 1 {
        unsafe end = write(unsafe line[position] ^ mask, times: next - position, to: end)
        position = next
      } else {
        let next = unsafe literalEnd(line, from: position, count: count)
        unsafe end = write(line + position, count: next - position, mask: mask, to: end)
        position = next
      }
    }
    return unsafe end - out
  }

  /// Where the bytes equal to the one at `start` end, eight at a time.
  @inline(__always)
  private static func runEnd(_ line: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int {
    let value = unsafe line[start]
    let pattern = UInt64(value) &* 0x0101_0101_0101_0101
    let raw = unsafe UnsafeRawPointer(line)
    var end = start + 1
    while end &+ 8 <= count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: end, as: UInt64.self).littleEndian
      let difference = word ^ pattern
      if difference != 0 { return end &+ difference.trailingZeroBitCount / 8 }
      end &+= 8
    }
    while end < count, unsafe line[end] == value { end &+= 1 }
    return end
  }

  /// Where the next pair of equal bytes begins, 128 bytes on at most.
  private static func literalEnd(
    _ line: UnsafePointer<UInt8>, from start: Int, count: Int
  ) -> Int {
    var end = start + 1
    while end < count, end - start < 128, unsafe end + 1 >= count || line[end] != line[end + 1] {
      end += 1
    }
    return end
  }

  @inline(__always)
  private static func write(
    _ value: UInt8, times: Int, to out: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    var (end, left) = unsafe (out, times)
    while left > 0 {
      let part = min(left, 128)
      unsafe end[0] = UInt8(truncatingIfNeeded: part &- 1)
      unsafe end[1] = value
      unsafe end += 2
      left &-= part
    }
    return unsafe end
  }

  /// Bytes as they are; a single one counts as a run of one.
  private static func write(
    _ bytes: UnsafePointer<UInt8>, count: Int, mask: UInt8, to out: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    unsafe out[0] = count == 1 ? 0 : UInt8(257 - count)
    for index in 0..<count { unsafe out[index + 1] = unsafe bytes[index] ^ mask }
    return unsafe out + count + 1
  }
}
