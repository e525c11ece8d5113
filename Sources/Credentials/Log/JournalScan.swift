/// Reads the lines of a journal from one on to the end, block by block.
struct JournalScan {
  private let file: LogFile
  private let end: Int
  /// Where in the file the held bytes end.
  private var place: Int
  private var held: [UInt8] = []
  private var used = 0
  private var block = 4096
  private var expected: Int
  private var isFound: Bool

  private static let largestBlock = 1 << 18

  /// All lines of a journal.
  init(_ journal: Journal) {
    self.init(journal, offset: 0, seeking: 0)
    isFound = true
  }

  /// The lines from an index on.
  ///
  /// - Parameters:
  ///   - journal: the journal.
  ///   - offset: where a line starts that is at or before it.
  ///   - index: the index.
  init(_ journal: Journal, offset: Int, seeking index: Int) {
    file = journal.file
    end = journal.end
    place = offset
    expected = index
    isFound = false
  }

  /// The next line; `nil` after the last.
  ///
  /// - Throws: ``CredentialError`` when it cannot be read, or its index is not the one that belongs
  ///   there.
  mutating func next() throws(CredentialError) -> JournalLine? {
    while let bytes = try nextBytes() {
      let line = JournalLine(bytes)
      if !isFound, let line, line.index < expected { continue }
      guard let line, line.index == expected else {
        throw CredentialError(.badJournal, "entry \(expected)")
      }
      isFound = true
      expected += 1
      return line
    }
    return nil
  }

  private mutating func nextBytes() throws(CredentialError) -> ArraySlice<UInt8>? {
    while true {
      if let feed = held[used...].firstIndex(of: 10) {
        defer { used = feed + 1 }
        return held[used..<feed]
      }
      guard place < end else { return nil }
      let piece = place..<min(place + block, end)
      held = try held[used...] + file.bytes(piece)
      used = 0
      place = piece.upperBound
      block = min(2 * block, Self.largestBlock)
    }
  }
}
