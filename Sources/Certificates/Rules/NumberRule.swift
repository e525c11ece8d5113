import Diagnostics

/// A certificate number, once given out, has the shape of the issuer's profile.
struct NumberRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    guard let number = draft.number, let issuer = context.issuer,
      let shape = context.policies.numberShape(profile: issuer.numberProfile, day: context.day)
    else { return }
    guard let parsed = CertificateNumber(number, shape: shape) else {
      findings.error(at: .field("number"), Wording.number(number, pattern: shape.pattern))
      return
    }
    if let letters = shape.letters[draft.form], letters != parsed.letters {
      findings.error(at: .field("number"), Wording.numberLetters(parsed.letters, wanted: letters))
    }
  }
}
