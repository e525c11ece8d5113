/// A material imported from the country of destination that went into one of the goods (日本进料信息,
/// S3-06).
///
/// One that went into several items is stated with each, as its quantity is that item's part.
package struct Material: Hashable, Sendable {
  /// The number of the goods item it went into, from 1 as the form counts them: notes are left out.
  package var item: Int
  /// What the material is.
  package var description: String
  /// The HS code, digits only.
  package var hs: String?
  /// How much of it went into the item, in its own unit.
  package var quantity: Quantity?
  /// What it was worth on import; `nil` when not stated.
  package var value: Money?
  /// The country it was imported from, ISO 3166-1 alpha-2; the destination when `nil`.
  package var origin: String?
  /// Who sold it.
  package var supplier: String?
  /// The number of the declaration under which it was imported.
  package var importDeclaration: String?

  /// A material of which only the description and the item are known.
  package init(item: Int, description: String) {
    self.item = item
    self.description = description
  }
}
