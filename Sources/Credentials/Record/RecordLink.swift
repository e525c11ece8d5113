/// The text of the code: `HTTPS://<domain>/V/<base32 of a signed record>`.
///
/// Both a link for any camera and the record itself for a checker without network. It is written in
/// the characters of a QR code's alphanumeric mode and read without regard to case.
package struct RecordLink: Hashable, Sendable {
  /// The host of the public check, in small letters.
  package let domain: String
  /// The signed record.
  package let record: SignedRecord

  private static let start = "https://"
  /// More characters than the largest QR code holds are no link.
  private static let longest = 4296

  /// A link from its parts; `domain` is a host name without scheme or path.
  package init(domain: String, record: SignedRecord) {
    self.domain = domain.lowercased()
    self.record = record
  }

  /// Reads the text of a code; `nil` when it is no such link.
  package init?(_ text: String) {
    guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }),
      text.lowercased().hasPrefix(Self.start)
    else { return nil }
    let parts = text.dropFirst(Self.start.count)
      .split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, parts[1].lowercased() == "v",
      let bytes = Base32.decode(parts[2]), let record = SignedRecord(bytes)
    else { return nil }
    self.init(domain: String(parts[0]), record: record)
  }

  /// The text for the code, in capitals.
  package var text: String {
    "HTTPS://\(domain.uppercased())/V/\(Base32.encode(record.encoded))"
  }
}
