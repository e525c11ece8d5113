import Diagnostics

/// A certificate is signed within its kind's period, or as one issued late (S2-86, S2-139).
struct WindowRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    let policies = context.policies
    guard
      let window = policies.signingWindows.value(
        form: draft.form, destination: draft.destination, day: context.day),
      let start = window.basis.day(of: draft)
    else { return }
    let mark = policies.retroactiveMarks.value(
      form: draft.form, destination: draft.destination, day: context.day)
    if let end = window.lastLateDay(after: start), context.day > end {
      findings.error(at: .field("issue.date"), Wording.signedTooLate(draft.form, end))
    } else if let last = window.lastRegularDay(after: start, holidays: policies.holidays),
      context.day > last
    {
      if mark?.manner == .impossible {
        findings.error(at: .field("issue.date"), Wording.signedTooLate(draft.form, last))
      } else if !draft.circumstances.isRetroactive {
        findings.warning(at: .field("circumstances.isRetroactive"), Wording.isRetroactive(last))
      }
    }
  }
}
