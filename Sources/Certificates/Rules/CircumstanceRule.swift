import Diagnostics

/// Ticked circumstances bring the facts the form prints with them.
struct CircumstanceRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    let circumstances = draft.circumstances
    if circumstances.isRetroactive { checkRetroactive(draft, context, findings) }
    if let party = circumstances.thirdPartyInvoicing {
      checkThirdParty(party, context, findings)
    }
    check(circumstances.basedOn, "circumstances.basedOn", context, findings)
    check(circumstances.replaces, "circumstances.replaces", context, findings)
    if let exhibition = circumstances.exhibition, isBlank(exhibition.address) {
      findings.error(at: .field("circumstances.exhibition.address"), Wording.exhibitionAddress)
    }
    if let letter = draft.letterOfCredit, isBlank(letter.number) {
      findings.error(at: .field("letterOfCredit.number"), Wording.needed(by: context.kind.code))
    }
  }

  private func isBlank(_ text: String?) -> Bool { text?.allSatisfy(\.isWhitespace) ?? true }

  private func checkRetroactive(
    _ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings
  ) {
    let mark = context.policies.retroactiveMarks.value(
      form: draft.form, destination: draft.destination, day: context.day)
    if mark?.manner == .impossible {
      findings.error(at: .field("circumstances.isRetroactive"), Wording.noRetroactive(draft.form))
    }
  }

  private func checkThirdParty(_ party: Party, _ context: RuleContext, _ findings: Findings) {
    let path = "circumstances.thirdPartyInvoicing"
    if isBlank(party.name) { findings.error(at: .field("\(path).name"), Wording.thirdPartyName) }
    if isBlank(party.country) {
      findings.error(at: .field("\(path).country"), Wording.thirdPartyCountry)
    } else if party.country == "CN" {
      findings.error(at: .field("\(path).country"), Wording.thirdPartyInChina)
    }
  }

  private func check(
    _ earlier: EarlierCertificate?, _ path: String, _ context: RuleContext, _ findings: Findings
  ) {
    guard let earlier else { return }
    if isBlank(earlier.number) {
      findings.error(at: .field("\(path).number"), Wording.earlierNumber)
    }
    if earlier.date == nil { findings.error(at: .field("\(path).date"), Wording.earlierDate) }
    if path.hasSuffix("basedOn"), earlier.country == nil {
      findings.error(at: .field("\(path).country"), Wording.earlierCountry)
    }
  }
}
