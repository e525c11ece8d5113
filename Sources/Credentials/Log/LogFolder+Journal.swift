import Glibc

extension LogFolder {
  var journalPath: String { path + "/journal" }

  /// The journal's bytes; empty when there is none.
  ///
  /// - Throws: ``CredentialError`` when it cannot be read.
  package func journal() throws(CredentialError) -> [UInt8] {
    try files.contents(journalPath) ?? []
  }

  /// All entries in order.
  ///
  /// - Throws: ``CredentialError`` when the journal cannot be read, or a line is not the entry that
  ///   belongs there.
  package func entries() throws(CredentialError) -> [LogEntry] {
    guard let journal = try openJournal() else { return [] }
    var scan = JournalScan(journal)
    var entries: [LogEntry] = []
    while let line = try scan.next() {
      guard let entry = LogEntry(line) else {
        throw CredentialError(.badJournal, "entry \(line.index)")
      }
      entries.append(entry)
    }
    return entries
  }

  /// The entry with an index, found without reading the others.
  ///
  /// - Throws: ``CredentialError`` when there is none, or the journal cannot be read.
  package func entry(at index: Int) throws(CredentialError) -> LogEntry {
    guard let entry = try openJournal()?.entry(at: index) else {
      throw CredentialError(.noEntry, "\(index)")
    }
    return entry
  }

  /// The last entry that a search finds; `nil` when there is none down to where it gives up.
  ///
  /// - Throws: ``CredentialError`` when the journal cannot be read, or is damaged where it is read.
  package func last(_ search: LogSearch) throws(CredentialError) -> LogEntry? {
    guard let journal = try openJournal() else { return nil }
    let trace = search.trace
    var tail = JournalTail(journal)
    while let line = try tail.next(), try search.reaches(line) {
      guard line.contains(trace) else { continue }
      guard let entry = LogEntry(line) else {
        throw CredentialError(.badJournal, "entry \(line.index)")
      }
      if search.fits(entry.event) { return entry }
    }
    return nil
  }

  /// The journal as it stands; `nil` when there is none.
  func openJournal() throws(CredentialError) -> Journal? {
    guard let file = try files.open(journalPath, O_RDONLY) else { return nil }
    // An append that is under way is looked at when it is whole, or was cut off again.
    try file.lock(LOCK_SH)
    let journal = try Journal(file)
    try file.lock(LOCK_UN)
    return journal
  }
}
