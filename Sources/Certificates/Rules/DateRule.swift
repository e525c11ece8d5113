import Diagnostics

/// The issue date is not before the invoices and the application.
struct DateRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    if let issue = draft.issue?.date, let application = draft.application?.date,
      issue < application
    {
      findings.error(at: .field("issue.date"), Wording.issueBeforeApplication)
    }
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
}
