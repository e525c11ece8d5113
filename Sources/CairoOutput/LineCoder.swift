/// Codes the lines of a page as PWG raster does (PWG 5102.4, 4.4): equal lines counted, then runs.
struct LineCoder {
  private(set) var bytes: [UInt8] = []
  private var previous: [UInt8] = []
  /// How often `previous` came so far.
  private var count = 0

  /// What every byte is combined with on the way out: 0xff turns ink into lightness.
  private let mask: UInt8

  init(mask: UInt8, capacity: Int) {
    self.mask = mask
    bytes.reserveCapacity(capacity)
  }

  /// Takes the next line; the length is the same for all of a page.
  mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
    if count > 0, count < 256, unsafe isSame(line) {
      count += 1
      return
    }
    writePrevious()
    previous.removeAll(keepingCapacity: true)
    unsafe previous.append(contentsOf: line)
    count = 1
  }

  /// Writes what is still held back; to be called after the last line of a page.
  mutating func finish() {
    writePrevious()
    count = 0
  }

  private func isSame(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe previous.withUnsafeBufferPointer { previous in
      unsafe line.count == previous.count && Words.areEqual(line, previous)
    }
  }

  private mutating func writePrevious() {
    guard count > 0 else { return }
    bytes.append(UInt8(count - 1))
    unsafe previous.withUnsafeBufferPointer { line in
      var position = 0
      while position < line.count {
        let run = unsafe Words.run(in: line, from: position)
        if run > 1 {
          position = unsafe writeRun(line[position], count: run, at: position)
        } else {
          position = unsafe writeLiteral(line, from: position)
        }
      }
    }
  }

  private mutating func writeRun(_ value: UInt8, count: Int, at position: Int) -> Int {
    var left = count
    while left > 0 {
      let part = min(left, 128)
      bytes.append(UInt8(part - 1))
      bytes.append(value ^ mask)
      left -= part
    }
    return position + count
  }

  /// Bytes up to the next pair of equal ones; a single byte counts as a run of one.
  private mutating func writeLiteral(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start + 1
    while end < line.count, end - start < 128,
      unsafe end + 1 >= line.count || line[end] != line[end + 1]
    {
      end += 1
    }
    if end - start == 1 {
      bytes.append(0)
      unsafe bytes.append(line[start] ^ mask)
    } else {
      bytes.append(UInt8(257 - (end - start)))
      for position in start..<end { unsafe bytes.append(line[position] ^ mask) }
    }
    return end
  }
}
