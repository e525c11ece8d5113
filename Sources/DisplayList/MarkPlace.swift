package import Measures

/// Whose mark stands on the seal layer.
package enum MarkRole: String, CaseIterable, Codable, Sendable {
  case companySeal = "company-seal"
  case signatorySignature = "signatory-signature"
  case issuerSeal = "issuer-seal"
  case officerSignature = "officer-signature"
  case retroactiveSeal = "retroactive-seal"
}

/// The space that a page keeps for one mark of the seal layer; the blue frame of the screens.
package struct MarkPlace: Hashable, Sendable {
  /// Whose mark belongs here.
  package let role: MarkRole
  /// The space, relative to the paper.
  package let frame: Rect

  /// The space kept for a mark.
  package init(role: MarkRole, frame: Rect) {
    self.role = role
    self.frame = frame
  }
}
