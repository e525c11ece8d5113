import Diagnostics
import Foundation

/// Amounts and weights are above zero and have a unit.
struct AmountRule: CertificateRule {
  /// The first number that is too large.
  private static let ceiling: Decimal = 1_000_000_000_000
  /// The most digits behind the point.
  private static let decimals = 6

  func check(_ draft: CertificateDraft, _ context: RuleContext, _ findings: Findings) {
    for (path, item) in draft.placedGoods {
      check(item.quantity, "\(path).quantity", findings)
      check(item.grossWeight, "\(path).grossWeight", findings)
      check(item.netWeight, "\(path).netWeight", findings)
      check(item.fob, "\(path).fob", findings)
      checkWeights(item, path, findings)
    }
    for (path, material) in draft.placedMaterials {
      check(material.quantity, "\(path).quantity", findings)
      check(material.value, "\(path).value", findings)
    }
    for (index, invoice) in draft.invoices.enumerated() {
      check(invoice.value, "invoices[\(index)].value", findings)
      if invoice.number.allSatisfy(\.isWhitespace) {
        findings.error(
          at: .field("invoices[\(index)].number"), Wording.needed(by: context.kind.code))
      }
      if draft.invoices[..<index].contains(where: { $0.number == invoice.number }) {
        findings.error(
          at: .field("invoices[\(index)].number"), Wording.invoiceTwice(invoice.number))
      }
    }
  }

  private func check(_ quantity: Quantity?, _ path: String, _ findings: Findings) {
    guard let quantity else { return }
    checkSize(quantity.value, "\(path).value", findings)
    if quantity.unit.allSatisfy(\.isWhitespace) {
      findings.error(at: .field("\(path).unit"), Wording.noUnit)
    }
  }

  private func check(_ money: Money?, _ path: String, _ findings: Findings) {
    guard let money else { return }
    checkSize(money.amount, "\(path).amount", findings)
    let isCode =
      money.currency.utf8.count == 3
      && money.currency.utf8.allSatisfy { (65...90).contains($0) }
    if !isCode { findings.error(at: .field("\(path).currency"), Wording.currency(money.currency)) }
  }

  private func checkSize(_ number: Decimal, _ path: String, _ findings: Findings) {
    if number <= 0 { findings.error(at: .field(path), Wording.notPositive) }
    if number >= Self.ceiling || number.exponent < -Self.decimals {
      findings.error(at: .field(path), Wording.numberSize)
    }
  }

  private func checkWeights(_ item: GoodsItem, _ path: String, _ findings: Findings) {
    guard let gross = item.grossWeight, let net = item.netWeight, gross.unit == net.unit,
      net.value > gross.value
    else { return }
    findings.error(at: .field("\(path).netWeight"), Wording.netAboveGross)
  }
}
