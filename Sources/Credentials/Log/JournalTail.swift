/// Reads the lines of a journal from the last one back, block by block.
struct JournalTail {
  private let file: LogFile
  /// Where in the file the held bytes begin.
  private var start: Int
  private var held: [UInt8] = []
  /// How many of the held bytes are still to be given, from the first on.
  private var rest = 0
  private var block = 4096
  private var expected: Int?

  private static let largestBlock = 1 << 16

  /// The lines up to a journal's end.
  init(_ journal: Journal) {
    file = journal.file
    start = journal.end
  }

  /// The next line towards the beginning; `nil` before the first.
  ///
  /// - Throws: ``CredentialError`` when it cannot be read, or its index is not the one that belongs
  ///   before the line after it.
  mutating func next() throws(CredentialError) -> JournalLine? {
    guard let bytes = try nextBytes() else { return nil }
    guard let line = JournalLine(bytes), line.index == expected ?? line.index else {
      throw CredentialError(.badJournal, expected.map { "entry \($0)" } ?? "end")
    }
    expected = line.index - 1
    return line
  }

  private mutating func nextBytes() throws(CredentialError) -> ArraySlice<UInt8>? {
    while rest > 0 || start > 0 {
      // The last byte of the rest is the line's own line feed.
      let stop = max(0, rest - 1)
      let feed = held[..<stop].lastIndex(of: 10)
      if feed != nil || start == 0 {
        rest = feed.map { $0 + 1 } ?? 0
        return held[rest..<stop]
      }
      let earlier = max(0, start - block)..<start
      held = try file.bytes(earlier) + held[..<rest]
      rest = held.count
      start = earlier.lowerBound
      block = min(2 * block, Self.largestBlock)
    }
    return nil
  }
}
