import Glibc

extension LogFolder {
  private var checkpointPath: String { path + "/checkpoint" }

  /// The tiles.
  package var tiles: TileStore {
    TileStore(
      read: { name in try files.contents("\(path)/\(name)") },
      write: { name, bytes in try files.replace("\(path)/\(name)", bytes) })
  }

  /// The signed checkpoint; `nil` when none was made.
  ///
  /// - Throws: ``CredentialError`` when it cannot be read.
  package func checkpoint() throws(CredentialError) -> SignedNote? {
    guard let bytes = try files.contents(checkpointPath) else { return nil }
    return try SignedNote(bytes)
  }

  /// The proof that an entry is under the checkpoint; `nil` when the checkpoint does not reach it.
  ///
  /// - Throws: ``CredentialError`` when the log cannot be read.
  package func proof(of index: Int) throws -> LogProof? {
    guard let note = try checkpoint() else { return nil }
    let size = try Checkpoint(text: note.text).size
    guard (0..<size).contains(index), let entry = try openJournal()?.entry(at: index) else {
      return nil
    }
    let path = try TileTree(size: size, store: tiles).inclusion(of: index)
    return LogProof(entry: entry, checkpoint: note, path: path)
  }

  /// Writes the tiles of all entries, then a checkpoint over them.
  ///
  /// - Parameters:
  ///   - signer: the log's key; its name is the log's origin.
  ///   - auditing: whether every entry is compared with every tile, and missing tiles are made anew;
  ///     otherwise what is under the last checkpoint is checked where the new entries touch it.
  /// - Returns: the signed checkpoint.
  /// - Throws: ``CredentialError`` when the entries are not those of the last checkpoint and more; then
  ///   nothing is signed.
  package func publish(by signer: NoteSigner, auditing: Bool = false) throws -> SignedNote {
    try files.makeFolder(path)
    let folder = try files.openFolder(path)
    return try withExtendedLifetime(folder) {
      // A slower publisher must not put an older checkpoint over a newer one.
      try folder.lock(LOCK_EX)
      return try publishLocked(by: signer, auditing)
    }
  }

  private func publishLocked(by signer: NoteSigner, _ isAudit: Bool) throws -> SignedNote {
    let last = try checkpoint().map { note throws(CredentialError) in
      try Checkpoint(note, signedBy: signer.key)
    }
    let journal = try openJournal()
    // A crash may have left whole lines that are not on the disk yet; what is signed must be.
    try journal?.file.sync()
    let growth = LogGrowth(journal: journal, store: tiles, last: last)
    let edge = try isAudit ? growth.rewritten() : growth.extended()
    let checkpoint = Checkpoint(origin: signer.key.name, size: edge.size, root: edge.root)
    let note = try signer.sign(SignedNote(text: checkpoint.text))
    try files.replace(checkpointPath, Array(note.encoded.utf8))
    return note
  }
}
