package import DisplayList

/// Whose seal or signature is kept.
package enum SealOwner: Hashable, Sendable {
  /// An enterprise, by its code.
  case enterprise(String)
  /// A signatory (手签员) of an enterprise, by the enterprise's code and their own id there.
  case signatory(enterprise: String, id: String)
  /// The issuing body itself.
  case issuer
  /// An officer of the issuing body, by their operator id.
  case officer(String)

  /// The longest code or id.
  private static let longestName = 32

  /// Reads the form that ``text`` writes; `nil` for any other.
  ///
  /// Codes have capital letters and digits; ids have small letters, digits and hyphens; both have 1 to
  /// 32 of them.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count) {
    case ("enterprise", 2): self = .enterprise(parts[1])
    case ("signatory", 3): self = .signatory(enterprise: parts[1], id: parts[2])
    case ("issuer", 1): self = .issuer
    case ("officer", 2): self = .officer(parts[1])
    default: return nil
    }
    guard isWellFormed else { return nil }
  }

  /// The form for records and commands, such as `enterprise/1100B0001`.
  package var text: String {
    switch self {
    case .enterprise(let code): "enterprise/\(code)"
    case .signatory(let code, let id): "signatory/\(code)/\(id)"
    case .issuer: "issuer"
    case .officer(let id): "officer/\(id)"
    }
  }

  /// What an owner may have kept.
  package var kinds: [SealKind] {
    switch self {
    case .enterprise: [.company, .bilingual]
    case .signatory, .officer: [.signature]
    case .issuer: [.issuer, .retroactive]
    }
  }

  /// The places that a kind of this owner's fills; `nil` for a kind that the owner may not have.
  package func role(of kind: SealKind) -> MarkRole? {
    switch (self, kind) {
    case (.enterprise, .company), (.enterprise, .bilingual): .companySeal
    case (.signatory, .signature): .signatorySignature
    case (.issuer, .issuer): .issuerSeal
    case (.issuer, .retroactive): .retroactiveSeal
    case (.officer, .signature): .officerSignature
    default: nil
    }
  }

  /// Whether two officers have to approve: the issuing body's seals are under dual control
  /// (sealing.md §7.7).
  package var needsTwoApprovals: Bool { self == .issuer }

  /// Whether code and id have the characters they may have, so that no two owners share a text.
  package var isWellFormed: Bool {
    switch self {
    case .enterprise(let code): Self.isCode(code)
    case .signatory(let code, let id): Self.isCode(code) && Self.isID(id)
    case .issuer: true
    case .officer(let id): Self.isID(id)
    }
  }

  private static func isCode(_ text: String) -> Bool {
    (1...longestName).contains(text.utf8.count)
      && text.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
  }

  private static func isID(_ text: String) -> Bool {
    (1...longestName).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "-")
      }
  }
}
