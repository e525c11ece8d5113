import Diagnostics

/// The issue date is not before the invoices and the application, and within the kind's window.
struct DateRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    if let issue = draft.issue?.date, let application = draft.application?.date,
      issue < application
    {
      findings.error(at: .field("issue.date"), Wording.issueBeforeApplication)
    }
    checkWindow(draft, context, findings)
    for (index, invoice) in draft.invoices.enumerated() {
      if let date = invoice.date, date > context.day {
        findings.error(
          at: .field("invoices[\(index)].date"), Wording.invoiceAfterIssue(date, context.day))
      }
    }
    if let date = draft.letterOfCredit?.date, date > context.day {
      findings.warning(at: .field("letterOfCredit.date"), Wording.laterThanIssue)
    }
    for (path, earlier) in [
      ("basedOn", draft.circumstances.basedOn), ("replaces", draft.circumstances.replaces),
    ] {
      if let date = earlier?.date, date > context.day {
        findings.error(at: .field("circumstances.\(path).date"), Wording.laterThanIssue)
      }
    }
  }

  /// Some kinds must be signed before shipment or a few working days after it (S2-86).
  private func checkWindow(
    _ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings
  ) {
    guard let shipment = draft.transport?.departure,
      let window = context.policies.signingWindows.value(
        form: draft.form, destination: draft.destination, day: context.day),
      let last = window.lastDay(after: shipment, holidays: context.policies.holidays),
      context.day > last
    else { return }
    findings.error(
      at: .field("issue.date"), Wording.signedTooLate(draft.form, window.workingDays),
      hint: Wording.lastDay(last))
  }
}
