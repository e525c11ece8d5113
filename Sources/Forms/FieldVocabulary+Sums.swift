import Certificates

extension FieldVocabulary {
  /// What all goods come to; a sum has no value unless every entry states its part.
  static let totals: [String: Field] = [
    "totals.packages": text { c, context in
      PackagesText.total(c.goods, language: context.kind.language)
    },
    "totals.quantity": sum({ $0.quantity }, { sums, _ in sums }),
    "totals.grossWeight": sum({ $0.grossWeight }, { AmountText.gross($0, language: $1) }),
    "totals.netWeight": sum({ $0.netWeight }, { AmountText.net($0, language: $1) }),
    "totals.fob": Field(kind: .money) { c, _ in
      AmountText.sum(c.realGoods.map(\.fob)).map { .money($0) }
    },
    "goods.origins": Field(kind: .country) { c, _ in
      var codes: [String] = []
      for code in c.realGoods.compactMap(\.origin) where !codes.contains(code) {
        codes.append(code)
      }
      return codes.isEmpty ? nil : .countries(codes)
    },
  ]

  /// All invoices side by side; dates are written once where they are the same.
  static let invoices: [String: Field] = [
    "invoice.number": text { c, context in
      let language: Layout.Language = context.isChinese ? .chinese : .english
      return FieldValue.list(c.invoices.map(\.number), language)
    },
    "invoice.date": Field(kind: .date) { c, _ in
      let dates = c.invoices.compactMap(\.date)
      guard let first = dates.first else { return nil }
      return dates.allSatisfy { $0 == first } ? .date(first) : .dates(dates)
    },
    "invoice.value": Field(kind: .money) { c, _ in
      let values = c.invoices.compactMap(\.value)
      return values.isEmpty ? nil : .money(values)
    },
  ]

  private static func sum(
    _ member: @escaping @Sendable (GoodsItem) -> Quantity?,
    _ write: @escaping @Sendable (String, FormKind.Language) -> String
  ) -> Field {
    text { c, context in
      let language: Layout.Language = context.isChinese ? .chinese : .english
      return AmountText.sum(c.realGoods.map(member)).map { sums in
        write(FieldValue.list(sums.map(AmountText.quantity), language), context.kind.language)
      }
    }
  }
}

extension Certificate {
  /// The goods that are no notes.
  fileprivate var realGoods: [GoodsItem] { draft.goods.filter { !$0.isNote } }
}
