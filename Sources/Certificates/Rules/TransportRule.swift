import Diagnostics

/// Goods leave on a day the certificate can know.
struct TransportRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    guard let transport = draft.transport else { return }
    if transport.isDepartureExpected, transport.departure == nil {
      findings.error(at: .field("transport.departure"), Wording.expectedWithoutDay)
    }
    if transport.route != nil, transport.transshipment != nil {
      findings.warning(at: .field("transport.route"), Wording.routeReplaces)
    }
  }
}
