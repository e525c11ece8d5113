/// The whole lines of a journal as they stood when it was opened: what is before their end never
/// changes.
///
/// Lines carry their index and are sorted by it, so that any of them is found without reading the
/// others.
struct Journal {
  /// The open file.
  let file: LogFile
  /// Where the last whole line ends, in bytes: what comes after it was never finished.
  let end: Int

  private static let block = 4096
  private static let probe = 512

  /// The journal in an open file, which nobody writes to meanwhile.
  ///
  /// - Throws: ``CredentialError`` when it cannot be read.
  init(_ file: LogFile) throws(CredentialError) {
    self.file = file
    var end = try file.length()
    while end > 0 {
      let start = max(0, end - Self.block)
      if let feed = try file.bytes(start..<end).lastIndex(of: 10) {
        end = start + feed + 1
        break
      }
      end = start
    }
    self.end = end
  }

  /// The index that the next entry gets.
  ///
  /// - Throws: ``CredentialError`` when the last line is no entry.
  func nextIndex() throws(CredentialError) -> Int {
    var tail = JournalTail(self)
    guard let line = try tail.next() else { return 0 }
    guard LogEntry(line) != nil else { throw CredentialError(.badJournal, "entry \(line.index)") }
    return line.index + 1
  }

  /// The entry with an index; `nil` when the journal ends before it.
  ///
  /// - Throws: ``CredentialError`` when the line is damaged, or missing although later ones are there.
  func entry(at index: Int) throws(CredentialError) -> LogEntry? {
    guard var scan = try scan(from: index), let line = try scan.next() else { return nil }
    guard let entry = LogEntry(line) else { throw CredentialError(.badJournal, "entry \(index)") }
    return entry
  }

  /// The lines from an index on; `nil` when the journal ends before it.
  ///
  /// - Throws: ``CredentialError`` when the line is not there although later ones are.
  func scan(from index: Int) throws(CredentialError) -> JournalScan? {
    var tail = JournalTail(self)
    guard index >= 0, let last = try tail.next(), last.index >= index else { return nil }
    return try JournalScan(self, offset: offset(before: index), seeking: index)
  }

  /// Where a line starts that is at or before the one with an index, by halving.
  private func offset(before index: Int) throws(CredentialError) -> Int {
    // At `low` a line starts that is not after the one sought; from `high` on all are after it.
    var (low, high) = (0, end)
    while high - low > Self.block {
      let middle = low + (high - low) / 2
      if let start = try lineStart(from: middle, before: high), try self.index(at: start) <= index {
        low = start
      } else {
        high = middle + 1
      }
    }
    return low
  }

  private func lineStart(from place: Int, before stop: Int) throws(CredentialError) -> Int? {
    var place = place
    while place < stop {
      let piece = place..<min(place + Self.probe, stop)
      if let feed = try file.bytes(piece).firstIndex(of: 10) {
        let start = place + feed + 1
        return start < stop ? start : nil
      }
      place = piece.upperBound
    }
    return nil
  }

  private func index(at start: Int) throws(CredentialError) -> Int {
    let head = try file.bytes(start..<min(start + JournalLine.longestHead, end))
    guard let index = JournalLine.index(of: head[...]) else {
      throw CredentialError(.badJournal, "byte \(start)")
    }
    return index
  }
}
