import Diagnostics

/// The fields a kind needs are there and not blank; `kinds.yaml` lists them.
struct RequiredFieldsRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    if draft.goods.isEmpty { findings.error(at: .field("goods"), Wording.noGoods) }
    for need in context.kind.needs {
      for path in missing(need, in: draft) {
        findings.error(at: .field(path), Wording.needed(by: context.kind.code))
      }
    }
    for (path, item) in draft.placedGoods where isBlank(item.description) {
      findings.error(at: .field("\(path).description"), Wording.needed(by: context.kind.code))
    }
  }

  private func isBlank(_ text: String?) -> Bool {
    text?.allSatisfy(\.isWhitespace) ?? true
  }

  private func missing(_ need: FormKind.Need, in draft: CertificateDraft) -> [String] {
    switch need {
    case .exporter: party(draft.exporter, "exporter")
    case .consignee: party(draft.consignee, "consignee", onlyName: true)
    case .importer: party(draft.importer, "importer")
    case .producer: draft.producer == nil ? ["producer"] : []
    case .transport: transport(draft.transport)
    case .destination: draft.destination == nil ? ["destination"] : []
    case .invoice: draft.invoices.isEmpty ? ["invoices"] : []
    case .invoiceDate: invoices(draft, "date") { $0.date == nil }
    case .invoiceValue: invoices(draft, "value") { $0.value == nil }
    case .exporterContact: contact(draft.exporter)
    case .importerTelephone:
      isBlank(draft.importer?.telephone) ? ["importer.telephone"] : []
    case .exportDeclarationDate:
      draft.exportDeclarationDate == nil ? ["exportDeclarationDate"] : []
    case .packages, .hs, .criterion, .origin, .quantity, .grossWeight, .netWeight, .marks:
      draft.realGoods.filter { lacks(need, $0.item) }.map { "\($0.path).\(field(need))" }
    }
  }

  private func party(_ party: Party?, _ path: String, onlyName: Bool = false) -> [String] {
    guard let party else { return [path] }
    var missing = isBlank(party.name) ? ["\(path).name"] : []
    if !onlyName {
      if isBlank(party.address) { missing.append("\(path).address") }
      if isBlank(party.country) { missing.append("\(path).country") }
    }
    return missing
  }

  private func contact(_ party: Party?) -> [String] {
    let fields = [
      ("telephone", party?.telephone), ("fax", party?.fax), ("email", party?.email),
    ]
    return fields.filter { isBlank($0.1) }.map { "exporter.\($0.0)" }
  }

  /// A route, or a mode with loading and discharge.
  private func transport(_ transport: Transport?) -> [String] {
    guard let transport else { return ["transport"] }
    if !isBlank(transport.route) { return [] }
    var missing: [String] = []
    if transport.mode == nil { missing.append("transport.mode") }
    if isBlank(transport.loading) { missing.append("transport.loading") }
    if isBlank(transport.discharge) { missing.append("transport.discharge") }
    return missing
  }

  private func invoices(
    _ draft: CertificateDraft, _ field: String, lacks: (Invoice) -> Bool
  ) -> [String] {
    draft.invoices.indices.filter { lacks(draft.invoices[$0]) }.map { "invoices[\($0)].\(field)" }
  }

  private func lacks(_ need: FormKind.Need, _ item: GoodsItem) -> Bool {
    switch need {
    case .packages: item.packages == nil
    case .hs: item.hs == nil
    case .criterion: item.criterion == nil
    case .origin: item.origin == nil
    case .quantity: item.quantity == nil && item.grossWeight == nil && item.netWeight == nil
    case .grossWeight: item.grossWeight == nil && item.quantity == nil
    case .netWeight: item.netWeight == nil && item.quantity == nil
    case .marks: isBlank(item.marks) && item.markImages.isEmpty
    default: false
    }
  }

  private func field(_ need: FormKind.Need) -> String {
    switch need {
    case .grossWeight: "grossWeight"
    case .netWeight: "netWeight"
    default: need.rawValue
    }
  }
}
