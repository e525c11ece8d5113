import Certificates
import Diagnostics
import Foundation
import Support
import Testing

@testable import Forms

/// Fields that bring several entries of a certificate together, and values beside the policy.
@Suite struct SumFieldsTests {
  private func text(
    _ code: String, _ pattern: String, item: Int? = nil, items: Int = 2,
    _ change: (inout CertificateDraft) -> Void = { _ in }
  ) throws -> String {
    let form = try Site.load().form(code, items: items, change)
    let findings = Findings()
    let pattern = try #require(Pattern(pattern, at: Place(), findings))
    let scope = item.map { form.scope(row: TableRow(item: $0)) } ?? form.scope(page: 1, of: 1)
    return pattern.text(in: scope).string
  }

  private static func weigh(_ draft: inout CertificateDraft) {
    for (index, weight) in ["12.5", "0.25"].enumerated() {
      let value = Decimal(string: weight) ?? 0
      draft.goods[index].grossWeight = Quantity(value: value, unit: "KGS")
      draft.goods[index].netWeight = Quantity(value: value - Decimal(0.125), unit: "KGS")
      draft.goods[index].quantity = Quantity(value: 3, unit: index == 0 ? "SETS" : "PCS")
      draft.goods[index].fob = Money(amount: index == 0 ? 100 : 20, currency: "USD")
    }
  }

  @Test func totalsAddUpByUnit() throws {
    #expect(try text("C", "{totals.grossWeight}", Self.weigh) == "12.75KGS G.W.")
    #expect(try text("C", "{totals.netWeight}", Self.weigh) == "12.5KGS N.W.")
    #expect(try text("C", "{totals.quantity}", Self.weigh) == "3SETS, 3PCS")
    #expect(try text("C", "{totals.fob}", Self.weigh) == "USD 120.00")
    let chinese = try text("H", "{totals.quantity}|{totals.grossWeight}") { draft in
      for index in 0..<2 {
        draft.goods[index].grossWeight = Quantity(value: 2, unit: "千克")
        draft.goods[index].netWeight = nil
        draft.goods[index].quantity = Quantity(value: 5, unit: index == 0 ? "套" : "件")
      }
    }
    #expect(chinese == "5套、5件|毛重4千克")
  }

  @Test func aTotalNeedsEveryPart() throws {
    let total = try text("C", "{totals.fob}|{totals.quantity}") { draft in
      Self.weigh(&draft)
      draft.goods[1].fob = nil
    }
    #expect(total == "|3SETS, 3PCS")
  }

  @Test("Value and unit price stand beside the FOB policy, rounded to cents (S3-32)")
  func unitPrice() throws {
    let row = "{item.fob}|{item.value}|{item.unitPrice}"
    #expect(try text("C", row, item: 0, Self.weigh) == "|USD 100.00|USD 33.33")
    #expect(try text("C", "{item.unitPrice}", item: 1, Self.weigh) == "USD 6.67")
    let yen = try text("C", "{item.unitPrice}", item: 0) { draft in
      Self.weigh(&draft)
      draft.goods[0].fob = Money(amount: 1000, currency: "JPY")
    }
    #expect(yen == "JPY 333")
  }

  @Test func anAmountInWords() throws {
    #expect(
      try text("C", "{totals.fob|words}", Self.weigh) == "USD ONE HUNDRED AND TWENTY")
    let cents = try text("C", "{item.value|words}", item: 0) {
      $0.goods[0].fob = Money(amount: Decimal(string: "12.5") ?? 0, currency: "USD")
    }
    #expect(cents == "USD TWELVE AND 50/100")
  }

  @Test func theNetWeightStandsInForAMissingGrossOne() throws {
    let net = try text("C", "{item.weight}\n{item.measure}", item: 0) { draft in
      Self.weigh(&draft)
      draft.goods[0].grossWeight = nil
    }
    #expect(net == "12.375KGS N.W.\n12.375KGS N.W.\n3SETS")
    #expect(try text("C", "{item.weight}", item: 0, Self.weigh) == "12.5KGS G.W.")
  }

  @Test func invoicesStandSideBySide() throws {
    let pattern = "{invoice.number}|{invoice.date|date}|{invoice.value}"
    func invoices(secondDay: String) throws -> String {
      try text("C", pattern) { draft in
        draft.invoices = ["A1", "A2"].map { Invoice(number: $0) }
        draft.invoices[0].date = CalendarDate("2026-05-01")
        draft.invoices[1].date = CalendarDate(secondDay)
        draft.invoices[0].value = Money(amount: 5, currency: "USD")
        draft.invoices[1].value = Money(amount: 5, currency: "USD")
        draft.goods[0].invoice = "A1"
        draft.goods[1].invoice = "A2"
      }
    }
    #expect(try invoices(secondDay: "2026-05-01") == "A1, A2|MAY.01,2026|USD 5.00, USD 5.00")
    #expect(
      try invoices(secondDay: "2026-05-02")
        == "A1, A2|MAY.01,2026, MAY.02,2026|USD 5.00, USD 5.00")
  }

  @Test("A certificate of re-export names each origin once (S3-13)")
  func origins() throws {
    let origins = try text("RE", "{goods.origins}", items: 3) { draft in
      for (index, code) in ["VN", "TH", "VN"].enumerated() { draft.goods[index].origin = code }
    }
    #expect(origins == "VIET NAM, THAILAND")
  }

  @Test func kindAndIssuerInBothLanguages() throws {
    #expect(try text("C", "{kind.english} {kind.chinese}") == "CERTIFICATE OF ORIGIN 一般原产地证书")
    let names = try text("H", "{issuer.nameEnglish}|{issuer.nameChinese}").split(separator: "|")
    #expect(names.count == 2)
    #expect(try text("C", "{transport.route}") == "", "only a typed route")
  }

  @Test("Criterion W of Form A is printed with its heading (S3-04)")
  func heading() throws {
    func shown(_ code: String) throws -> String {
      try text("G", "{item.criterion}", item: 0) {
        $0.goods[0].hs = "961800"
        $0.goods[0].criterion = OriginCriterion(code: code)
      }
    }
    #expect(try shown("W") == "W 96.18")
    #expect(try shown("P") == "P")
  }
}
