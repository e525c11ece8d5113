import Foundation

/// The lines of a page in PWG's coding (PWG 5102.4, 4.4), kept to be sent again or drawn over.
@safe struct CodedLines {
  /// Equal lines, one after the other; the next run's lines differ.
  struct Run {
    let firstLine: Int
    /// Where the run's bytes begin: for each 256 lines or less a count and the coded line.
    let start: Int
  }

  let buffer: ByteBuffer
  let runs: [Run]
  let height: Int

  /// How much memory the lines take.
  var cost: Int { buffer.count + runs.count * MemoryLayout<Run>.stride }

  /// The index of the run that holds a line.
  func run(at line: Int) -> Int {
    var (low, high) = (0, runs.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if runs[middle].firstLine <= line { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The line after the last one of a run.
  func end(ofRun index: Int) -> Int {
    index + 1 < runs.count ? runs[index + 1].firstLine : height
  }

  /// The coded bytes of one line of a run.
  func line(ofRun index: Int) -> UnsafeBufferPointer<UInt8> {
    let start = runs[index].start
    let end = index + 1 < runs.count ? runs[index + 1].start : buffer.count
    let groups = (self.end(ofRun: index) - runs[index].firstLine + 255) / 256
    return unsafe UnsafeBufferPointer(
      start: buffer.pointer(at: start + 1), count: (end - start) / groups - 1)
  }

  /// Writes lines out dot by dot, `stride` bytes apart; `mask` as ``LineCoder``'s.
  func expand(
    _ lines: Range<Int>, mask: UInt8, into target: UnsafeMutablePointer<UInt8>, stride: Int,
    width: Int
  ) {
    var line = lines.lowerBound
    var index = run(at: line)
    while line < lines.upperBound {
      let first = unsafe target + (line - lines.lowerBound) * stride
      unsafe Self.decode(self.line(ofRun: index), mask: mask, into: first)
      let end = min(end(ofRun: index), lines.upperBound)
      for copy in 1..<max(end - line, 1) {
        unsafe memcpy(first + copy * stride, first, width)
      }
      line = end
      index += 1
    }
  }

  private static func decode(
    _ coded: UnsafeBufferPointer<UInt8>, mask: UInt8, into target: UnsafeMutablePointer<UInt8>
  ) {
    guard let source = coded.baseAddress else { return }
    var (from, to) = (0, 0)
    while from < coded.count {
      let control = unsafe Int(source[from])
      if control < 128 {
        unsafe memset(target + to, Int32(source[from + 1] ^ mask), control + 1)
        (from, to) = (from + 2, to + control + 1)
      } else {
        let count = 257 - control
        for index in 0..<count {
          unsafe target[to + index] = unsafe source[from + 1 + index] ^ mask
        }
        (from, to) = (from + 1 + count, to + count)
      }
    }
  }
}
