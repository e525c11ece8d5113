/// What the text of a code is worth by the published keys alone, without network.
package enum RecordCheck: Hashable, Sendable {
  /// Signed by a key of the list that served on the day of issue.
  ///
  /// That says what was certified; a copy of the code says the same, so the paper must be compared.
  case signed(CertificateRecord)
  /// Well signed, but by a key outside of its days, or lost.
  case expiredKey(CertificateRecord)
  /// No key of the list has the id.
  case unknownKey
  /// The signature does not fit: somebody changed the record.
  case altered
  /// The code leads to another host, however good its signature is.
  case wrongDomain(String)
  /// The text is no code of ours.
  case unreadable

  /// Checks the text of a code.
  ///
  /// - Parameters:
  ///   - text: what a scanner read.
  ///   - keys: the published keys.
  package init(_ text: String, keys: KeyList) {
    guard let link = RecordLink(text) else {
      self = .unreadable
      return
    }
    guard link.domain == keys.domain else {
      self = .wrongDomain(link.domain)
      return
    }
    self = Self.check(link.record, keys)
  }

  private static func check(_ signed: SignedRecord, _ keys: KeyList) -> RecordCheck {
    let entries = keys.entries(for: signed.keyID)
    guard !entries.isEmpty else { return .unknownKey }
    guard let entry = entries.first(where: { signed.isSigned(by: $0.key) }),
      let record = CertificateRecord(signed.payload)
    else { return .altered }
    return entry.serves(record.issued) ? .signed(record) : .expiredKey(record)
  }

  /// The answer's name for scripts.
  package var name: String {
    switch self {
    case .signed: "signed"
    case .expiredKey: "expired-key"
    case .unknownKey: "unknown-key"
    case .altered: "altered"
    case .wrongDomain: "wrong-domain"
    case .unreadable: "unreadable"
    }
  }

  /// The record, where its signature is good.
  package var record: CertificateRecord? {
    switch self {
    case .signed(let record), .expiredKey(let record): record
    case .unknownKey, .altered, .wrongDomain, .unreadable: nil
    }
  }
}
