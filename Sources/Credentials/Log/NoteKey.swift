package import Crypto
import Foundation

/// An Ed25519 key that signs notes, or as a witness cosigns checkpoints.
package struct NoteKey: Hashable, Sendable {
  /// What the key signs (C2SP signed-note and tlog-cosignature).
  package enum Use: UInt8, Sendable {
    /// The text of a note.
    case note = 1
    /// A checkpoint with the time at which a witness saw it.
    case cosignature = 4
  }

  /// The name beside its signatures, such as the log's origin.
  package let name: String
  /// What it signs.
  package let use: Use
  /// The public key's 32 bytes.
  package let raw: [UInt8]

  /// A key from its parts; the name must be one that notes allow.
  package init(name: String, use: Use = .note, _ key: Curve25519.Signing.PublicKey) {
    precondition(SignedNote.isName(name), "a key's name has no blanks or plus signs")
    self.name = name
    self.use = use
    raw = Array(key.rawRepresentation)
  }

  /// Reads `<name>+<id>+<base64 of use and key>`.
  ///
  /// - Throws: ``CredentialError`` when the text is anything else.
  package init(_ text: String) throws(CredentialError) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, SignedNote.isName(String(parts[0])),
      let data = Data(base64Encoded: String(parts[2])), data.count == 33,
      let use = Use(rawValue: data[data.startIndex]),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: data.dropFirst())
    else { throw CredentialError(.badKey) }
    self.init(name: String(parts[0]), use: use, key)
    guard Hex.encode(id) == parts[1] else { throw CredentialError(.badKey) }
  }

  /// The text that is published.
  package var text: String {
    "\(name)+\(Hex.encode(id))+\(Data([use.rawValue] + raw).base64EncodedString())"
  }

  /// The first 4 bytes of SHA-256 over name, line feed, use and key.
  package var id: [UInt8] {
    Array(SHA256.hash(data: Array(name.utf8) + [10, use.rawValue] + raw).prefix(4))
  }

  /// When the key signed a note: `nil` when it did not, 0 for a note's own signature, else the time
  /// of the cosignature in seconds since 1970.
  package func time(of note: SignedNote) -> UInt64? {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw) else { return nil }
    for signature in note.signatures where signature.name == name && signature.keyID == id {
      let length = use == .note ? 64 : 72
      guard signature.bytes.count == length else { continue }
      let time = signature.bytes.dropLast(64).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let message = Self.message(note.text, use, time)
      if key.isValidSignature(signature.bytes.suffix(64), for: message) { return time }
    }
    return nil
  }

  /// What is signed.
  static func message(_ text: String, _ use: Use, _ time: UInt64) -> Data {
    Data((use == .note ? "" : "cosignature/v1\ntime \(time)\n").utf8) + Data(text.utf8)
  }
}
