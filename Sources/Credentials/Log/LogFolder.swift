import Glibc

/// A log on disk: the journal of its entries, and the tiles and checkpoint that it publishes.
///
/// An append is on the disk when it returns, or not in the journal at all: a line that could not be
/// written whole is cut off again, and one that a crash left behind is cut off before the next. What
/// a release asks of the log reads the journal's end and a few tiles, however long the log is.
package struct LogFolder: Sendable {
  /// The folder.
  package let path: String
  let files: LogFiles

  /// Writes bytes to an open file; answers how many were taken, negative for none.
  package typealias Write = @Sendable (_ descriptor: Int32, UnsafeRawBufferPointer) -> Int
  /// Reads bytes of an open file from an offset; answers how many, negative for a failure.
  package typealias Read =
    @Sendable (_ descriptor: Int32, UnsafeMutableRawBufferPointer, _ offset: Int) -> Int

  /// The log in a folder, which is made with its first entry.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - write: how bytes go to a file; tests put a full disk here.
  ///   - read: how bytes come from a file; tests count them here.
  package init(
    path: String, write: @escaping Write = { Glibc.write($0, $1.baseAddress, $1.count) },
    read: @escaping Read = { pread($0, $1.baseAddress, $1.count, $2) }
  ) {
    self.path = path
    files = LogFiles(read: read, write: write)
  }

  /// Appends events and has them on the disk.
  ///
  /// - Parameters:
  ///   - events: what happened, in order.
  ///   - salt: makes 32 random bytes for each.
  /// - Returns: the entries.
  /// - Throws: ``CredentialError`` when the disk takes them not all; then none is in the journal.
  package func append(
    _ events: [LogEvent], salt: () -> [UInt8]
  ) throws(CredentialError) -> [LogEntry] {
    try files.makeFolder(path)
    guard let file = try files.open(journalPath, O_RDWR | O_CREAT | O_APPEND) else {
      throw CredentialError(failedAt: journalPath)
    }
    // Others, here or in another process, may append to the same log.
    try file.lock(LOCK_EX)
    let journal = try Journal(file)
    try file.truncate(to: journal.end)
    if journal.end == 0 { try files.sync(folder: path) }
    let first = try journal.nextIndex()
    let entries = events.enumerated().map { place, event in
      LogEntry(index: first + place, salt: salt(), event: event)
    }
    try Self.put(entries, into: journal)
    return entries
  }

  private static func put(
    _ entries: [LogEntry], into journal: Journal
  ) throws(CredentialError) {
    do {
      try journal.file.put(entries.flatMap(\.line))
      try journal.file.sync()
    } catch {
      // The failure that is told is the first one; what stays behind now is cut off by the next append.
      try? journal.file.truncate(to: journal.end)
      try? journal.file.sync()
      throw error
    }
  }
}
