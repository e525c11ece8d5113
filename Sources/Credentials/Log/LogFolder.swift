import Foundation
import Glibc
import Synchronization

/// A log on disk: the journal of its entries, and the tiles and checkpoint that it publishes.
///
/// The only type here that touches files. An append is on the disk when it returns, or not in the
/// journal at all: a line that could not be written whole is cut off again, and one that a crash left
/// behind is cut off before the next.
package final class LogFolder: Sendable {
  /// The folder.
  package let path: String
  private let write: Write
  private let lock = Mutex(())

  /// Writes bytes to an open file; answers how many were taken, negative for none.
  package typealias Write = @Sendable (_ descriptor: Int32, UnsafeRawBufferPointer) -> Int

  /// The log in a folder, which is made with its first entry.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - write: how bytes go to a file; tests put a full disk here.
  package init(path: String, write: @escaping Write = { Glibc.write($0, $1.baseAddress, $1.count) })
  {
    self.path = path
    self.write = write
  }

  private var journalPath: String { path + "/journal" }
  private var checkpointPath: String { path + "/checkpoint" }

  // MARK: Journal

  /// The journal's bytes; empty when there is none.
  ///
  /// - Throws: ``CredentialError`` when it cannot be read.
  package func journal() throws(CredentialError) -> [UInt8] { try contents(journalPath) ?? [] }

  /// The entries in order.
  ///
  /// - Throws: ``CredentialError`` when the journal cannot be read, or a line is not the entry that
  ///   belongs there.
  package func entries() throws(CredentialError) -> [LogEntry] {
    var entries: [LogEntry] = []
    for line in try journal().wholeLines.split(separator: 10) {
      guard let entry = LogEntry(line: line), entry.index == entries.count else {
        throw CredentialError(.badJournal, "\(entries.count)")
      }
      entries.append(entry)
    }
    return entries
  }

  /// The last entry that fits; `nil` when none does.
  ///
  /// - Throws: as ``entries()``.
  package func last(where fits: (LogEvent) -> Bool) throws(CredentialError) -> LogEntry? {
    try entries().last { fits($0.event) }
  }

  /// The proof that an entry is under the checkpoint; `nil` when the checkpoint does not reach it.
  ///
  /// - Throws: ``CredentialError`` when the log cannot be read.
  package func proof(of index: Int) throws -> LogProof? {
    guard let note = try checkpoint() else { return nil }
    let size = try Checkpoint(text: note.text).size
    let entries = try entries()
    guard (0..<min(size, entries.count)).contains(index) else { return nil }
    let path = try TileTree(size: size, store: tiles).inclusion(of: index)
    return LogProof(entry: entries[index], checkpoint: note, path: path)
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
    let result: Result<[LogEntry], CredentialError> = lock.withLock { _ in
      Result { () throws(CredentialError) in try appendLocked(events, salt) }
    }
    return try result.get()
  }

  private func appendLocked(
    _ events: [LogEvent], _ salt: () -> [UInt8]
  ) throws(CredentialError) -> [LogEntry] {
    try makeFolder(path)
    let descriptor = open(journalPath, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(journalPath) }
    defer { close(descriptor) }
    // Another process may append to the same log.
    guard flock(descriptor, LOCK_EX) == 0 else { throw failure(journalPath) }
    let known = try journal()
    let length = known.wholeLines.count
    guard length == known.count || ftruncate(descriptor, length) == 0 else {
      throw failure(journalPath)
    }
    let first = try nextIndex(known.wholeLines)
    let entries = events.enumerated().map { place, event in
      LogEntry(index: first + place, salt: salt(), event: event)
    }
    guard put(entries.flatMap(\.line), to: descriptor), fsync(descriptor) == 0 else {
      let error = failure(journalPath)
      _ = ftruncate(descriptor, length)
      _ = fsync(descriptor)
      throw error
    }
    return entries
  }

  private func nextIndex(_ journal: ArraySlice<UInt8>) throws(CredentialError) -> Int {
    guard let last = journal.dropLast().split(separator: 10).last else { return 0 }
    guard let entry = LogEntry(line: last) else { throw CredentialError(.badJournal, "end") }
    return entry.index + 1
  }

  // MARK: What is published

  /// The tiles.
  package var tiles: TileStore {
    TileStore(
      read: { [self] name in try contents("\(path)/\(name)") },
      write: { [self] name, bytes in try replace("\(path)/\(name)", bytes) })
  }

  /// The signed checkpoint; `nil` when none was made.
  ///
  /// - Throws: ``CredentialError`` when it cannot be read.
  package func checkpoint() throws(CredentialError) -> SignedNote? {
    guard let bytes = try contents(checkpointPath) else { return nil }
    return try SignedNote(bytes)
  }

  /// Writes the tiles of all entries, then a checkpoint over them.
  ///
  /// - Parameter signer: the log's key; its name is the log's origin.
  /// - Returns: the signed checkpoint.
  /// - Throws: ``CredentialError`` when the entries are not those of the last checkpoint and more; then
  ///   nothing is signed.
  package func publish(by signer: NoteSigner) throws -> SignedNote {
    let entries = try entries()
    let published = entries.map(\.published)
    if let note = try checkpoint() {
      let last = try Checkpoint(note, signedBy: signer.key)
      let leaves = published.prefix(last.size).map { MerkleTree.leaf($0) }
      guard leaves.count == last.size, TileWriter.root(leaves) == last.root else {
        throw CredentialError(.treeDiffers, "checkpoint \(last.size)")
      }
    }
    let root = try TileWriter(store: tiles).write(published)
    let checkpoint = Checkpoint(origin: signer.key.name, size: entries.count, root: root)
    let note = try signer.sign(SignedNote(text: checkpoint.text))
    try replace(checkpointPath, Array(note.encoded.utf8))
    return note
  }

  // MARK: Files

  private func contents(_ path: String) throws(CredentialError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure(path)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }

  /// Writes beside the goal, has it on the disk, and renames.
  private func replace(_ goal: String, _ bytes: [UInt8]) throws(CredentialError) {
    let folder = String(goal[..<(goal.lastIndex(of: "/") ?? goal.startIndex)])
    try makeFolder(folder)
    let draft = "\(goal).\(getpid()).part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(goal) }
    let isWritten = put(bytes, to: descriptor) && fsync(descriptor) == 0
    let error = failure(goal)
    guard close(descriptor) == 0, isWritten, rename(draft, goal) == 0 else {
      unlink(draft)
      throw error
    }
    try sync(folder)
  }

  private func makeFolder(_ path: String) throws(CredentialError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw failure(path)
    }
  }

  /// Has a folder's names on the disk.
  private func sync(_ folder: String) throws(CredentialError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(folder) }
  }

  private func put(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { all in
      var rest = all
      while !rest.isEmpty {
        let count = write(descriptor, rest)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return true
    }
  }

  private func failure(_ path: String) -> CredentialError {
    CredentialError(.diskFailed, "\(path): \(String(cString: strerror(errno)))")
  }
}

extension [UInt8] {
  /// Up to the last line feed: what comes after it was never finished.
  fileprivate var wholeLines: ArraySlice<UInt8> { self[..<((lastIndex(of: 10) ?? -1) + 1)] }
}
