/// PWG 5102.4, 4.4, written as plainly as can be, to compare with.
enum PlainCoder {
  static func code(_ lines: [[UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while index < lines.count {
      var count = 1
      while index + count < lines.count, count < 256, lines[index + count] == lines[index] {
        count += 1
      }
      bytes.append(UInt8(count - 1))
      bytes += code(line: lines[index])
      index += count
    }
    return bytes
  }

  private static func code(line: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var start = 0
    while start < line.count {
      var end = start + 1
      while end < line.count, line[end] == line[start], end - start < 128 { end += 1 }
      if end - start > 1 || isTail(of: line, start) {
        bytes += [UInt8(end - start - 1), line[start]]
      } else {
        while end < line.count, end - start < 128,
          end + 1 == line.count || line[end] != line[end + 1]
        {
          end += 1
        }
        bytes.append(end - start == 1 ? 0 : UInt8(257 - (end - start)))
        bytes += line[start..<end]
      }
      start = end
    }
    return bytes
  }

  /// Whether a byte is what 128 by 128 left over of a run.
  private static func isTail(of line: [UInt8], _ position: Int) -> Bool {
    var start = position
    while start > 0, line[start - 1] == line[position] { start -= 1 }
    return position > start && (position - start) % 128 == 0
  }
}
