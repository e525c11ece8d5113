import Certificates

extension FieldVocabulary {
  /// The fields of one material (日本进料信息, S3-06).
  static let materialFields: [String: MaterialField] = [
    "material.description": text("description") { $0.description },
    "material.hs": text("hs") { $0.hs },
    "material.quantity": text("quantity") { $0.quantity.map(AmountText.quantity) },
    "material.value": MaterialField(kind: .money, member: "value") {
      $0.value.map { .money([$0]) }
    },
    "material.origin": MaterialField(kind: .country, member: "origin") {
      $0.origin.map { .country($0) }
    },
    "material.supplier": text("supplier") { $0.supplier },
    "material.importDeclaration": text("importDeclaration") { $0.importDeclaration },
  ]

  private static func text(
    _ member: String, _ value: @escaping @Sendable (Material) -> String?
  ) -> MaterialField {
    MaterialField(kind: .text, member: member) { material in value(material).map { .text($0) } }
  }
}
