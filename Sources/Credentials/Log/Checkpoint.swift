import Foundation

/// The state of a log: how many entries it has and their root (C2SP tlog-checkpoint).
package struct Checkpoint: Hashable, Sendable {
  /// The log's name.
  package let origin: String
  /// How many entries.
  package let size: Int
  /// The root hash over them.
  package let root: MerkleTree.Hash

  /// A checkpoint from its parts.
  package init(origin: String, size: Int, root: MerkleTree.Hash) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Reads the text of a note.
  ///
  /// - Throws: ``CredentialError`` when it is no checkpoint.
  package init(text: String) throws(CredentialError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, lines[3].isEmpty, SignedNote.isName(String(lines[0])),
      let size = Int(lines[1]), size >= 0, String(size) == lines[1],
      let root = Data(base64Encoded: String(lines[2])), root.count == 32,
      root.base64EncodedString() == lines[2]
    else { throw CredentialError(.badNote) }
    self.init(origin: String(lines[0]), size: size, root: Array(root))
  }

  /// Reads a signed checkpoint.
  ///
  /// - Throws: ``CredentialError`` unless the key signed it and has the log's name.
  package init(_ note: SignedNote, signedBy key: NoteKey) throws(CredentialError) {
    try self.init(text: note.text)
    guard key.name == origin, key.time(of: note) != nil else { throw CredentialError(.notSigned) }
  }

  /// The text of the note.
  package var text: String { "\(origin)\n\(size)\n\(Data(root).base64EncodedString())\n" }
}
