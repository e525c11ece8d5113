import Diagnostics

/// A middleman stands only on non-preferential certificates (S2-88).
struct PartyRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    guard let intermediary = draft.intermediary else { return }
    if context.kind.isPreferential {
      findings.error(at: .field("intermediary"), Wording.viaOnlyGeneral)
    }
    if intermediary.name.allSatisfy(\.isWhitespace) {
      findings.error(at: .field("intermediary.name"), Wording.needed(by: context.kind.code))
    }
  }
}
