import Foundation

/// A text with signatures below it (C2SP signed-note).
package struct SignedNote: Hashable, Sendable {
  /// One signature line.
  package struct Signature: Hashable, Sendable {
    /// The name of the key.
    package let name: String
    /// The first 4 bytes of a hash over name and key.
    package let keyID: [UInt8]
    /// What follows the id.
    package let bytes: [UInt8]
  }

  /// The text; it ends with a line feed.
  package let text: String
  /// The signatures in order.
  package private(set) var signatures: [Signature]

  private static let largest = 1 << 20
  private static let dash = "\u{2014} "

  /// A note without a signature.
  package init(text: String) {
    precondition(text.hasSuffix("\n"), "a note's text ends with a line feed")
    self.text = text
    signatures = []
  }

  /// Reads a note strictly.
  ///
  /// - Throws: ``CredentialError`` when it is none.
  package init(_ bytes: some Collection<UInt8>) throws(CredentialError) {
    guard bytes.count <= Self.largest, let whole = String(validating: bytes, as: UTF8.self),
      whole.unicodeScalars.allSatisfy({ $0 == "\n" || $0.value >= 32 && $0.value != 127 }),
      let border = whole.range(of: "\n\n", options: .backwards), whole.hasSuffix("\n")
    else { throw CredentialError(.badNote) }
    text = String(whole[..<border.lowerBound]) + "\n"
    let lines = whole[border.upperBound...].dropLast()
      .split(separator: "\n", omittingEmptySubsequences: false)
    let signatures = lines.compactMap(Self.signature)
    guard !lines.isEmpty, lines.count <= 100, signatures.count == lines.count else {
      throw CredentialError(.badNote)
    }
    self.signatures = signatures
  }

  private static func signature(_ line: Substring) -> Signature? {
    guard line.hasPrefix(dash) else { return nil }
    let parts = line.dropFirst(dash.count).split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, isName(String(parts[0])),
      let data = Data(base64Encoded: String(parts[1])), data.count > 4,
      data.base64EncodedString() == parts[1]
    else { return nil }
    return Signature(
      name: String(parts[0]), keyID: Array(data.prefix(4)), bytes: Array(data.dropFirst(4)))
  }

  /// Whether a text may name a key: not empty, without blanks and plus signs.
  package static func isName(_ name: String) -> Bool {
    !name.isEmpty && !name.contains { $0.isWhitespace || $0 == "+" }
  }

  /// The note with its signatures.
  package var encoded: String {
    text + "\n"
      + signatures.map { signature in
        let data = Data(signature.keyID + signature.bytes)
        return "\(Self.dash)\(signature.name) \(data.base64EncodedString())\n"
      }.joined()
  }

  /// The note with one more signature.
  package func adding(_ signature: Signature) -> SignedNote {
    var note = self
    note.signatures.append(signature)
    return note
  }
}
