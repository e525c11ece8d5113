import Diagnostics

/// A certificate number, once given out, has the shape of the issuer's profile, the letters of the
/// kind and a year that has come.
struct NumberRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    guard let number = draft.number, let issuer = context.issuer,
      let shape = context.policies.numberShape(of: issuer, day: context.day)
    else { return }
    CertificateNumber.faults(of: number, shape: shape, form: draft.form, day: context.day)
      .forEach(findings.report)
  }
}
