package import Diagnostics
package import Foundation
package import Notation

/// That an entry is in a log, for someone who has nothing but the log's public key.
package struct LogProof: Hashable, Sendable {
  /// The entry with salt and event.
  package let entry: LogEntry
  /// The signed checkpoint it is proven against.
  package let checkpoint: SignedNote
  /// The hashes beside the way to the root, lowest first.
  package let path: [MerkleTree.Hash]

  /// A proof from its parts.
  package init(entry: LogEntry, checkpoint: SignedNote, path: [MerkleTree.Hash]) {
    self.entry = entry
    self.checkpoint = checkpoint
    self.path = path
  }

  /// Whether the proof holds.
  ///
  /// - Parameters:
  ///   - key: the log's key.
  ///   - witnesses: the keys of witnesses; each must have cosigned the checkpoint.
  /// - Throws: ``CredentialError`` that says what does not fit.
  package func check(key: NoteKey, witnesses: [NoteKey] = []) throws(CredentialError) {
    let state = try Checkpoint(checkpoint, signedBy: key)
    for witness in witnesses where witness.time(of: checkpoint) == nil {
      throw CredentialError(.notSigned)
    }
    let leaf = MerkleTree.leaf(entry.published)
    guard
      MerkleTree.includes(
        leaf, at: entry.index, size: state.size, root: state.root, proof: path)
    else { throw CredentialError(.badProof) }
  }

  /// The proof as a file.
  package var json: JSONValue {
    [
      "index": .integer(entry.index), "salt": .text(Hex.encode(entry.salt)),
      "event": .text(String(decoding: entry.event.canonical, as: UTF8.self)),
      "leaf": .text(Hex.encode(MerkleTree.leaf(entry.published))),
      "path": .list(path.map { .text(Hex.encode($0)) }),
      "checkpoint": .text(checkpoint.encoded),
    ]
  }

  /// Reads a proof strictly.
  ///
  /// - Throws: ``Refusal`` with what is wrong.
  package init(_ bytes: Data, file: String?) throws(Refusal) {
    let findings = Findings()
    let node = try JSONText.parse(bytes, file: file)
    let proof = ObjectReader(node, findings).flatMap { LogProof($0) }
    if proof == nil, !findings.hasErrors { findings.error(at: node.place, Wording.noProof) }
    try findings.throwErrors()
    guard let proof else { preconditionFailure("a refused proof must have been reported") }
    self = proof
  }

  private init?(_ reader: ObjectReader) {
    let index: Int? = reader.required("index")
    let salt: String? = reader.required("salt")
    let event: String? = reader.required("event")
    let leaf: String? = reader.required("leaf")
    let path: [String]? = reader.required("path")
    let note: String? = reader.required("checkpoint")
    reader.finish()
    guard let index, index >= 0, let salt = salt.flatMap(Hex.decode), salt.count == 32,
      let event = event.flatMap({ LogEvent(canonical: Array($0.utf8)) }), let leaf, let path,
      let note = note.flatMap({ try? SignedNote(Array($0.utf8)) })
    else { return nil }
    let hashes = path.compactMap { Hex.decode($0) }
    let entry = LogEntry(index: index, salt: salt, event: event)
    guard hashes.count == path.count, hashes.allSatisfy({ $0.count == 32 }),
      Hex.encode(MerkleTree.leaf(entry.published)) == leaf
    else { return nil }
    self.init(entry: entry, checkpoint: note, path: hashes)
  }
}
