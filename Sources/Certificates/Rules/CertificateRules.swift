package import Diagnostics

/// Every rule a draft must pass to become a certificate.
package enum CertificateRules {
  /// The rules in the order in which they report.
  static let all: [any CertificateRule] = [
    TextRule(), RequiredFieldsRule(), CountryRule(), PartyRule(), ProducerRule(), TransportRule(),
    GoodsRule(), MaterialRule(), HSRule(), OriginRule(), AmountRule(), DateRule(), WindowRule(),
    CircumstanceRule(), NumberRule(),
  ]

  /// Checks a draft against every rule and collects what is wrong, all at once.
  ///
  /// - Parameters:
  ///   - draft: the certificate as typed.
  ///   - policies: the dated tables; the issue date, else the application date, picks the rows.
  ///   - issuer: the issuing body, whose number profile the certificate number must follow.
  /// - Returns: the certificate, or `nil`, with everything that was found.
  package static func check(
    _ draft: CertificateDraft, policies: Policies, issuer: Issuer? = nil
  ) -> CertificateCheck {
    let findings = Findings()
    guard let kind = policies.kind(draft.form) else {
      findings.error(
        at: .field("form"), Wording.noForm(draft.form),
        hint: Hint.name(draft.form, among: policies.kinds.map(\.code)))
      return CertificateCheck(certificate: nil, diagnostics: findings.diagnostics)
    }
    guard let day = draft.issue?.date ?? draft.application?.date else {
      findings.error(at: .field("application.date"), Wording.noDay)
      return CertificateCheck(certificate: nil, diagnostics: findings.diagnostics)
    }
    let context = RuleContext(kind: kind, day: day, policies: policies, issuer: issuer)
    for rule in all { rule.check(draft, context, findings) }
    let certificate =
      findings.hasErrors
      ? nil : Certificate(draft: draft, day: day, contentHash: draft.contentHash)
    return CertificateCheck(certificate: certificate, diagnostics: findings.diagnostics)
  }
}

/// What the rules found.
package struct CertificateCheck: Sendable {
  /// The certificate; `nil` when the draft is refused.
  package let certificate: Certificate?
  /// Errors and warnings by field path.
  package let diagnostics: [Diagnostic]

  /// The certificate, or everything that was found as ``Refusal``.
  package func get() throws(Refusal) -> Certificate {
    guard let certificate else { throw Refusal(diagnostics) }
    return certificate
  }
}

/// What every rule is told beside the draft.
struct RuleContext {
  let kind: FormKind
  /// The day whose policy rows hold.
  let day: CalendarDate
  let policies: Policies
  let issuer: Issuer?
}

/// One family of rules; it reports and never changes anything.
protocol CertificateRule: Sendable {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings)
}

extension CertificateDraft {
  /// The goods with their field path, such as `goods[2]`.
  var placedGoods: [(path: String, item: GoodsItem)] {
    goods.enumerated().map { ("goods[\($0)]", $1) }
  }

  /// The goods that are no notes, with their field path.
  var realGoods: [(path: String, item: GoodsItem)] { placedGoods.filter { !$0.item.isNote } }
}
