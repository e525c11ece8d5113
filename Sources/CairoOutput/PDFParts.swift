/// The objects of a PDF file that Cairo wrote (1.16: with a classic cross-reference table).
struct PDFParts {
  private(set) var bytes: [UInt8]
  /// Object number to its bytes, from `n 0 obj` to `endobj` and a line end.
  private(set) var ranges: [Int: Range<Int>] = [:]
  /// Where the cross-reference table begins.
  private(set) var end = 0
  /// One more than the largest object number.
  private(set) var size = 0
  private(set) var root = 0
  private(set) var info = 0

  /// Throws when the bytes are not laid out as Cairo's are.
  init(_ bytes: [UInt8]) throws(RenderingError) {
    self.bytes = bytes
    guard read() else {
      throw RenderingError(.drawing, Wording.drawing("unexpected layout of Cairo's PDF"))
    }
  }

  private mutating func read() -> Bool {
    guard let tail = last("startxref\n"), let table = number(at: tail + 10), table < bytes.count,
      bytes[table...].starts(with: "xref\n0 ".utf8), let count = number(at: table + 7),
      let line = bytes[(table + 7)...].firstIndex(of: 0x0a)
    else { return false }
    end = table
    size = count
    guard line + 1 + 20 * count <= tail else { return false }
    let trailer = line + 1 + 20 * count
    guard let root = number(after: "/Root ", from: trailer),
      let info = number(after: "/Info ", from: trailer)
    else { return false }
    (self.root, self.info) = (root, info)
    guard readTable(at: line + 1) else { return false }
    for range in ranges.values { dropRepeatedNames(in: range) }
    return true
  }

  /// Blanks out what Cairo 1.16 names twice: a picture used twice on a later page than its first.
  private mutating func dropRepeatedNames(in range: Range<Int>) {
    guard range.count < 1 << 14,
      let start = first("   /XObject << ", in: range).map({ $0 + 15 }),
      let end = first(">>", in: start..<range.upperBound)
    else { return }
    var seen: Set<ArraySlice<UInt8>> = []
    var entry = start
    while entry < end, let next = first(" R ", in: entry..<end).map({ $0 + 3 }) {
      if !seen.insert(bytes[entry..<next]).inserted {
        for position in entry..<next { bytes[position] = 0x20 }
      }
      entry = next
    }
  }

  private mutating func readTable(at start: Int) -> Bool {
    var offsets: [(offset: Int, number: Int)] = []
    for object in 1..<max(size, 1) {
      let entry = start + 20 * object
      guard let offset = number(at: entry) else { return false }
      if bytes[entry + 17] == 0x6e { offsets.append((offset, object)) }
    }
    offsets.sort { $0.offset < $1.offset }
    for (index, entry) in offsets.enumerated() {
      let next = index + 1 < offsets.count ? offsets[index + 1].offset : end
      guard entry.offset < next else { return false }
      ranges[entry.number] = entry.offset..<next
    }
    return true
  }

  /// The decimal number at a place.
  func number(at start: Int) -> Int? {
    var position = start
    var value = 0
    while position < bytes.count, (0x30...0x39).contains(bytes[position]), position - start < 12 {
      value = value * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    return position > start ? value : nil
  }

  /// The number that follows the first `key` from a place on.
  func number(after key: String, from start: Int, to limit: Int? = nil) -> Int? {
    first(key, in: start..<(limit ?? bytes.count)).flatMap { number(at: $0 + key.utf8.count) }
  }

  /// Where `text` first stands in a range.
  func first(_ text: String, in range: Range<Int>) -> Int? {
    let pattern = Array(text.utf8)
    guard range.count >= pattern.count else { return nil }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      var position = range.lowerBound
      while position <= range.upperBound - pattern.count {
        if unsafe bytes[position] == pattern[0],
          unsafe bytes[position..<(position + pattern.count)].elementsEqual(pattern)
        {
          return position
        }
        position += 1
      }
      return nil
    }
  }

  private func last(_ text: String) -> Int? {
    let pattern = Array(text.utf8)
    var position = bytes.count - pattern.count
    while position >= max(0, bytes.count - 64) {
      if bytes[position...].starts(with: pattern) { return position }
      position -= 1
    }
    return nil
  }
}
