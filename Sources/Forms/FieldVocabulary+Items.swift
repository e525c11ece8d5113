import Certificates

extension FieldVocabulary {
  /// The fields of one entry of the goods table.
  static let itemFields: [String: ItemField] = [
    "item.number": ItemField(kind: .integer, member: "number") { c, _, index in
      .integer(c.goods[...index].count { !$0.isNote })
    },
    "item.marks": item("marks") { $0.marks },
    "item.description": item("description") { $0.description },
    "item.text": ItemField(kind: .text, member: "description") { c, context, index in
      .text(PackagesText.item(c.goods[index], language: context.kind.language))
    },
    "item.hs": ItemField(kind: .text, member: "hs") { c, context, index in
      HSText.digits(c.goods[index], kind: context.kind).map { .text($0) }
    },
    "item.criterion": ItemField(kind: .text, member: "criterion") { c, context, index in
      let item = c.goods[index]
      let heading = context.showsHeading[index] ? item.hs : nil
      return item.criterion.map { .text(CriterionText.text($0, heading: heading)) }
    },
    "item.origin": ItemField(kind: .country, member: "origin") { c, _, index in
      c.goods[index].origin.map { .country($0) }
    },
    "item.quantity": item("quantity") { $0.quantity.map(AmountText.quantity) },
    "item.grossWeight": ItemField(kind: .text, member: "grossWeight") { c, context, index in
      gross(c.goods[index], context).map { .text($0) }
    },
    "item.netWeight": ItemField(kind: .text, member: "netWeight") { c, context, index in
      c.goods[index].netWeight.map {
        .text(AmountText.net($0, language: context.kind.language))
      }
    },
    "item.weight": ItemField(kind: .text, member: "grossWeight") { c, context, index in
      weight(c.goods[index], context).map { .text($0) }
    },
    "item.measure": ItemField(kind: .text, member: "grossWeight") { c, context, index in
      let item = c.goods[index]
      let weight = context.shownMeasure == .quantity ? nil : weight(item, context)
      let lines = [weight, item.quantity.map(AmountText.quantity)].compactMap(\.self)
      return lines.isEmpty ? nil : .text(lines.joined(separator: "\n"))
    },
    "item.fob": ItemField(kind: .money, member: "fob") { c, context, index in
      guard context.showsFOB[index] else { return nil }
      return c.goods[index].fob.map { .money([$0]) }
    },
    "item.value": ItemField(kind: .money, member: "fob") { c, _, index in
      c.goods[index].fob.map { .money([$0]) }
    },
    "item.unitPrice": ItemField(kind: .money, member: "fob") { c, _, index in
      let item = c.goods[index]
      guard let fob = item.fob, let quantity = item.quantity else { return nil }
      return AmountText.unitPrice(of: fob, for: quantity).map { .money([$0]) }
    },
    "item.invoice.number": ItemField(kind: .text, member: "invoice") { c, _, index in
      invoice(of: c, newAt: index).map { .text($0.number) }
    },
    "item.invoice.date": ItemField(kind: .date, member: "invoice") { c, _, index in
      invoice(of: c, newAt: index)?.date.map { .date($0) }
    },
    "item.invoice.value": ItemField(kind: .money, member: "invoice") { c, _, index in
      invoice(of: c, newAt: index)?.value.map { .money([$0]) }
    },
  ]

  private static func gross(_ item: GoodsItem, _ context: FieldContext) -> String? {
    item.grossWeight.map { AmountText.gross($0, language: context.kind.language) }
  }

  /// The gross weight, or the net weight where no gross one is given.
  private static func weight(_ item: GoodsItem, _ context: FieldContext) -> String? {
    gross(item, context)
      ?? item.netWeight.map { AmountText.net($0, language: context.kind.language) }
  }

  private static func item(
    _ member: String, _ value: @escaping @Sendable (GoodsItem) -> String?
  ) -> ItemField {
    ItemField(kind: .text, member: member) { certificate, _, index in
      value(certificate.goods[index]).map { .text($0) }
    }
  }

  /// The invoice of an entry where it differs from that of the entry above, as certificates show it.
  private static func invoice(of certificate: Certificate, newAt index: Int) -> Invoice? {
    let invoice = invoice(of: certificate, for: certificate.goods[index])
    let above = certificate.goods[..<index].last { !$0.isNote }
    guard let above else { return invoice }
    return self.invoice(of: certificate, for: above) == invoice ? nil : invoice
  }

  private static func invoice(of certificate: Certificate, for item: GoodsItem) -> Invoice? {
    guard let number = item.invoice else { return certificate.invoices.first }
    return certificate.invoices.first { $0.number == number }
  }
}
