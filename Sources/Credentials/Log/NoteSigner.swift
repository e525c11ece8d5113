package import Crypto
import Foundation

/// The private half of a ``NoteKey``.
package struct NoteSigner: Sendable {
  /// The public half.
  package let key: NoteKey
  private let secret: Curve25519.Signing.PrivateKey

  private static let head = "PRIVATE+KEY"

  /// A signer from its parts.
  package init(name: String, use: NoteKey.Use = .note, _ secret: Curve25519.Signing.PrivateKey) {
    key = NoteKey(name: name, use: use, secret.publicKey)
    self.secret = secret
  }

  /// Reads `PRIVATE+KEY+<name>+<id>+<base64 of use and seed>`.
  ///
  /// - Throws: ``CredentialError`` when the text is anything else.
  package init(_ text: String) throws(CredentialError) {
    let parts = text.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0...1].joined(separator: "+") == Self.head,
      SignedNote.isName(String(parts[2])),
      let data = Data(base64Encoded: String(parts[4])), data.count == 33,
      let use = NoteKey.Use(rawValue: data[data.startIndex]),
      let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: data.dropFirst())
    else { throw CredentialError(.badKey) }
    self.init(name: String(parts[2]), use: use, secret)
    guard Hex.encode(key.id) == parts[3] else { throw CredentialError(.badKey) }
  }

  /// The text that is kept secret.
  package var text: String {
    let seed = Data([key.use.rawValue]) + secret.rawRepresentation
    return "\(Self.head)+\(key.name)+\(Hex.encode(key.id))+\(seed.base64EncodedString())"
  }

  /// Adds the key's signature to a note.
  ///
  /// - Parameters:
  ///   - note: the note.
  ///   - time: seconds since 1970, for a cosignature only.
  /// - Returns: the note with one signature more.
  /// - Throws: what the cryptographic library throws.
  package func sign(_ note: SignedNote, time: UInt64 = 0) throws -> SignedNote {
    let message = NoteKey.message(note.text, key.use, time)
    let stamp = (0..<8).map { UInt8(truncatingIfNeeded: time >> (56 - 8 * UInt64($0))) }
    let signature = Array(try secret.signature(for: message))
    return note.adding(
      SignedNote.Signature(
        name: key.name, keyID: key.id, bytes: (key.use == .note ? [] : stamp) + signature))
  }
}
