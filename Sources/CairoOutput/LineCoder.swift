import Foundation

/// Codes the lines of a page as PWG raster does (PWG 5102.4, 4.4): equal lines counted, then runs.
///
/// Works at the end of a buffer: a line is coded there and taken back when it equals the one before.
struct LineCoder {
  private let buffer: ByteBuffer
  /// Bytes of a line before coding.
  private let width: Int
  /// What every byte is combined with on the way out: 0xff turns ink into lightness.
  private let mask: UInt8
  /// The runs of equal lines written so far.
  private(set) var runs: [CodedLines.Run] = []
  private(set) var line = 0
  /// The last group: where it begins, the length of its coded line, how many lines it stands for.
  private var group = (start: 0, length: -1, count: 0)

  init(width: Int, mask: UInt8, to buffer: ByteBuffer) {
    self.buffer = buffer
    self.width = width
    self.mask = mask
  }

  /// Takes the next lines, `stride` bytes apart.
  mutating func add(_ lines: UnsafePointer<UInt8>, stride: Int, count: Int) {
    for index in 0..<count {
      let next = unsafe lines + index * stride
      if index > 0, unsafe memcmp(next, next - stride, width) == 0 {
        repeatLast()
        continue
      }
      // A single byte beside a pair takes four bytes for three; nothing takes more.
      let room = unsafe buffer.room(for: width * 2 + 16)
      let length = unsafe Self.code(next, count: width, mask: mask, to: room + 1)
      unsafe add(coded: UnsafeBufferPointer(start: room + 1, count: length), times: 1)
    }
  }

  /// Takes lines without ink.
  mutating func addBlank(count: Int) {
    let line = [UInt8](repeating: 0, count: width)
    unsafe line.withUnsafeBufferPointer { line in
      guard let start = line.baseAddress else { return }
      for _ in 0..<min(count, 1) { unsafe add(start, stride: 0, count: 1) }
      for _ in 1..<max(count, 1) { repeatLast() }
    }
  }

  /// Takes finished lines.
  mutating func append(_ source: CodedLines, _ lines: Range<Int>) {
    if lines.isEmpty { return }
    let (first, last) = (source.run(at: lines.lowerBound), source.run(at: lines.upperBound - 1))
    let end = min(source.end(ofRun: first), lines.upperBound)
    unsafe add(coded: source.line(ofRun: first), times: end - lines.lowerBound)
    if first == last { return }
    copy(source, runs: (first + 1)..<last)
    unsafe add(
      coded: source.line(ofRun: last), times: lines.upperBound - source.runs[last].firstLine)
  }

  /// Whole runs, of which the first differs from what is there.
  private mutating func copy(_ source: CodedLines, runs range: Range<Int>) {
    if range.isEmpty { return }
    let start = source.runs[range.lowerBound].start
    let shift = (buffer.count - start, line - source.runs[range.lowerBound].firstLine)
    for run in source.runs[range] {
      runs.append(CodedLines.Run(firstLine: run.firstLine + shift.1, start: run.start + shift.0))
    }
    unsafe buffer.append(
      source.buffer.pointer(at: start), count: source.runs[range.upperBound].start - start)
    line = source.runs[range.upperBound].firstLine + shift.1
    // What follows in the source differs too.
    group.length = -1
  }

  /// Takes one coded line several times.
  private mutating func add(coded: UnsafeBufferPointer<UInt8>, times: Int) {
    guard times > 0, let bytes = coded.baseAddress else { return }
    var left = times
    if group.length == coded.count,
      unsafe memcmp(buffer.pointer(at: group.start + 1), bytes, coded.count) == 0
    {
      repeatLast()
    } else {
      runs.append(CodedLines.Run(firstLine: line, start: buffer.count))
      let room = unsafe buffer.room(for: coded.count + 1)
      unsafe memmove(room + 1, bytes, coded.count)
      begin(length: coded.count)
    }
    left -= 1
    while left > 0 {
      repeatLast()
      left -= 1
    }
  }

  private mutating func repeatLast() {
    if group.count < 256 {
      unsafe buffer.pointer(at: group.start).pointee = UInt8(group.count)
      group.count += 1
      line += 1
    } else {
      let room = unsafe buffer.room(for: group.length + 1)
      unsafe memcpy(room + 1, buffer.pointer(at: group.start + 1), group.length)
      begin(length: group.length)
    }
  }

  /// Starts a group with the coded line that stands one byte after the end of the buffer.
  private mutating func begin(length: Int) {
    group = (buffer.count, length, 1)
    unsafe buffer.room(for: length + 1).pointee = 0
    buffer.advance(by: length + 1)
    line += 1
  }
}
