import Certificates

/// Every field that a layout may show, with its kind and where its value comes from.
///
/// The paths are those of the certificate's JSON where there is one; the others are made from several
/// fields, such as `transport.text`.
package enum FieldVocabulary {
  /// A field of the whole certificate.
  struct Field: Sendable {
    let kind: FieldValue.Kind
    let value: @Sendable (Certificate, FieldContext) -> FieldValue?
  }

  /// A field of one entry of the goods table.
  struct ItemField: Sendable {
    let kind: FieldValue.Kind
    /// The item's member it is known by.
    let member: String
    let value: @Sendable (Certificate, FieldContext, Int) -> FieldValue?
  }

  /// A field of one material.
  struct MaterialField: Sendable {
    let kind: FieldValue.Kind
    /// The material's member it is known by.
    let member: String
    let value: @Sendable (Material) -> FieldValue?
  }

  /// The kind of a field; `nil` for a path that does not exist.
  package static func kind(of path: String) -> FieldValue.Kind? {
    fields[path]?.kind ?? itemFields[path]?.kind ?? materialFields[path]?.kind
      ?? fixedKinds[path] ?? placed[path]
  }

  /// Whether a field belongs to a material, so that only rows of materials have a value for it.
  static func isOfMaterial(_ path: String) -> Bool { materialFields[path] != nil }

  /// Whether the fixed words of a form may use a field.
  package static func isFixed(_ path: String) -> Bool { fixedKinds[path] != nil }

  /// The paths that fixed words may use, in alphabetical order.
  package static var fixedPaths: [String] { fixedKinds.keys.sorted() }

  /// Every path a layout may use, in alphabetical order.
  package static var paths: [String] {
    (Array(fields.keys) + Array(itemFields.keys) + Array(materialFields.keys)
      + Array(fixedKinds.keys) + Array(placed.keys))
      .sorted()
  }

  static func value(
    of path: String, for certificate: Certificate, _ context: FieldContext
  ) -> FieldValue? {
    if let field = fields[path] { return field.value(certificate, context) }
    return fixedValue(of: path, context)
  }

  static func value(
    of path: String, row: TableRow, for certificate: Certificate, _ context: FieldContext
  ) -> FieldValue? {
    if let field = materialFields[path] {
      return row.material.flatMap { field.value(certificate.materials[$0]) }
    }
    guard let field = itemFields[path], row.showsItem || path == "item.number" else { return nil }
    let index = row.item
    let item = certificate.goods[index]
    if item.isNote && path != "item.text" && path != "item.description" { return nil }
    return field.value(certificate, context, index)
  }

  /// The certificate's field that a layout's field is known by in messages and in the display list.
  static func certificateField(of path: String, row: TableRow?) -> String {
    if let row, let field = itemFields[path] { return "goods[\(row.item)].\(field.member)" }
    if let index = row?.material, let field = materialFields[path] {
      return "materials[\(index)].\(field.member)"
    }
    return sources[path] ?? path
  }

  // MARK: Fixed values

  /// Fields that hold for every certificate of a form and day.
  private static let fixedKinds: [String: FieldValue.Kind] = [
    "cap": .integer, "mark.retroactive": .text, "output.word": .text,
  ]

  static func fixedValue(of path: String, _ context: FieldContext) -> FieldValue? {
    switch path {
    case "cap": context.itemCap.map { .integer($0) }
    case "mark.retroactive": context.retroactiveMark?.words.map { .text($0) }
    case "output.word": context.originalWord.map { .text($0) }
    default: nil
    }
  }

  /// Fields that are known only once pages and attachments are counted.
  private static let placed: [String: FieldValue.Kind] = [
    "page.number": .integer, "page.count": .integer, "attachment.box": .text,
    "attachment.item": .integer,
  ]

  /// Made-up fields by the certificate's field they mostly show.
  private static let sources = [
    "exporter.text": "exporter", "intermediary.text": "intermediary",
    "consignee.text": "consignee", "importer.text": "importer", "producer.text": "producer",
    "transport.text": "transport", "transport.expected": "transport.isDepartureExpected",
    "totals.packages": "goods", "totals.quantity": "goods", "totals.grossWeight": "goods",
    "totals.netWeight": "goods", "totals.fob": "goods", "goods.origins": "goods",
    "invoice.number": "invoices", "invoice.date": "invoices", "invoice.value": "invoices",
    "thirdParty.address": "circumstances.thirdPartyInvoicing.address",
    "replaces.number": "circumstances.replaces.number",
    "replaces.date": "circumstances.replaces.date",
    "thirdParty.name": "circumstances.thirdPartyInvoicing.name",
    "thirdParty.country": "circumstances.thirdPartyInvoicing.country",
    "basedOn.number": "circumstances.basedOn.number",
    "basedOn.date": "circumstances.basedOn.date",
    "basedOn.country": "circumstances.basedOn.country",
    "basedOn.authority": "circumstances.basedOn.authority",
    "exhibition.name": "circumstances.exhibition.name",
    "exhibition.address": "circumstances.exhibition.address",
    "circumstances.retroactive": "circumstances.isRetroactive",
    "mark.retroactive-note": "circumstances.isRetroactive",
  ]
}
