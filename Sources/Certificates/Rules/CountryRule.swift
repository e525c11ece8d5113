import Diagnostics

/// Country codes exist, the exporter sits in China and the goods go to a Party of the kind.
struct CountryRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    for (path, code) in codes(in: draft) where Country(code) == nil {
      findings.error(at: .field(path), Wording.noCountry(code))
    }
    if let country = draft.exporter?.country, country != "CN", Country(country) != nil {
      findings.error(at: .field("exporter.country"), Wording.exporterNotInChina)
    }
    checkDestination(draft, context, findings)
  }

  private func checkDestination(
    _ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings
  ) {
    guard let destination = draft.destination, Country(destination) != nil else { return }
    let place = Place.field("destination")
    if let parties = context.kind.parties, !parties.contains(destination) {
      findings.error(
        at: place, Wording.notAParty(destination, of: context.kind.code),
        hint: Hint.allowed(parties))
    } else if destination == "CN" {
      findings.error(at: place, Wording.destinationChina)
    }
  }

  private func codes(in draft: CertificateDraft) -> [(String, String)] {
    var found: [(String, String?)] = [
      ("exporter.country", draft.exporter?.country),
      ("intermediary.country", draft.intermediary?.country),
      ("consignee.country", draft.consignee?.country),
      ("importer.country", draft.importer?.country),
      ("destination", draft.destination),
      (
        "circumstances.thirdPartyInvoicing.country",
        draft.circumstances.thirdPartyInvoicing?.country
      ),
      ("circumstances.exhibition.country", draft.circumstances.exhibition?.country),
      ("circumstances.basedOn.country", draft.circumstances.basedOn?.country),
      ("circumstances.replaces.country", draft.circumstances.replaces?.country),
    ]
    for (index, party) in (draft.producer?.parties ?? []).enumerated() {
      found.append(("producer.parties[\(index)].country", party.country))
    }
    for (path, item) in draft.placedGoods { found.append(("\(path).origin", item.origin)) }
    for (path, material) in draft.placedMaterials {
      found.append(("\(path).origin", material.origin))
    }
    return found.compactMap { path, code in code.map { (path, $0) } }
  }
}
