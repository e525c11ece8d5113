/// One entry of the goods table.
package struct GoodsItem: Hashable, Sendable {
  /// Shipping marks as text; line breaks are kept.
  package var marks: String?
  /// Shipping marks as pictures (S2-99).
  package var markImages: [MarkImage]
  /// Number and kind of packages; `nil` when not stated.
  package var packages: Packages?
  /// What the goods are.
  package var description: String
  /// The HS code, digits only.
  package var hs: String?
  /// How many digits of the code the form shows: 4, 6, 8 or 10 (S2-98).
  package var hsDigits: Int?
  /// Why the item counts as originating; `nil` on forms without a criterion.
  package var criterion: OriginCriterion?
  /// Country of origin as the form asks for it, ISO 3166-1 alpha-2 (RCEP box 11).
  package var origin: String?
  /// How much of the goods, in their own unit.
  package var quantity: Quantity?
  /// The weight with packing.
  package var grossWeight: Quantity?
  /// The weight without packing.
  package var netWeight: Quantity?
  /// The value free on board; `nil` when not stated.
  package var fob: Money?
  /// Whether the FOB value is printed; `nil` lets the policy decide (S2-92).
  package var showsFOB: Bool?
  /// The number of the invoice that covers the item; `nil` when there is only one.
  package var invoice: String?
  /// True for a line that is no goods (非货物项): only the description prints (S3-21).
  package var isNote: Bool

  /// An item of which only the description is known.
  package init(description: String) {
    self.description = description
    markImages = []
    isNote = false
  }
}
