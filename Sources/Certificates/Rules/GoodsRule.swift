import Diagnostics

/// The number of items, their packages and what a line that is no goods may hold.
struct GoodsRule: CertificateRule {
  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    let cap = context.policies.itemCaps.value(
      form: draft.form, destination: draft.destination, day: context.day)
    if let cap, draft.realGoods.count > cap {
      findings.error(
        at: .field("goods"), Wording.itemCap, hint: Wording.itemCapHint(cap, draft.realGoods.count))
    }
    for (path, item) in draft.placedGoods {
      if item.isNote {
        checkNote(item, path, findings)
      } else {
        checkPackages(item.packages, "\(path).packages", findings)
        checkInvoice(item.invoice, "\(path).invoice", draft, findings)
      }
    }
    if !draft.goods.isEmpty, draft.realGoods.isEmpty {
      findings.error(at: .field("goods"), Wording.noGoods)
    }
  }

  /// 非货物项: every field but the description is closed (S3-21).
  private func checkNote(_ item: GoodsItem, _ path: String, _ findings: Findings) {
    var expected = GoodsItem(description: item.description)
    expected.isNote = true
    if item != expected { findings.error(at: .field(path), Wording.noteHoldsGoods) }
  }

  private func checkPackages(_ packages: Packages?, _ path: String, _ findings: Findings) {
    guard let packages else { return }
    switch packages.packing {
    case .counted:
      if packages.count == nil { findings.error(at: .field("\(path).count"), Wording.noCount) }
      if packages.unit?.allSatisfy(\.isWhitespace) ?? true {
        findings.error(at: .field("\(path).unit"), Wording.noUnit)
      }
    case .total, .bulk: break
    }
    if let count = packages.count, !(1...NumberWords.largest).contains(count) {
      findings.error(at: .field("\(path).count"), Wording.notPositive)
    }
  }

  private func checkInvoice(
    _ number: String?, _ path: String, _ draft: CertificateDraft, _ findings: Findings
  ) {
    guard let number, !draft.invoices.contains(where: { $0.number == number }) else { return }
    findings.error(
      at: .field(path), Wording.noInvoice(number),
      hint: Nearest.name(to: number, among: draft.invoices.map(\.number))
        .map(Hint.didYouMean))
  }
}
