import Certificates
import Forms

/// What a form must show of a certificate, by the certificate's field.
///
/// Made from the certificate and the boxes that the references name, not from the layout, so that a
/// layout that forgets a box fails.
enum ShownFields {
  /// The kinds with a box for the producer (forms.md 3.3–3.19).
  private static let withProducer: Set = [
    "RCEP", "F", "R", "A", "K", "N", "L", "P", "GE", "H", "HM",
  ]
  /// No column for marks (forms.md 3.6).
  private static let withoutMarks: Set = ["R"]
  /// Pictures of marks are named, or have no column (forms.md 1.5, 3.6).
  static let withoutPictures: Set = ["K", "GE", "R"]
  /// No HS code of its own or in the description (forms.md 3.1, 4.3, 4.4).
  private static let withoutHS: Set = ["G", "EM", "TB"]
  /// The quantity in the goods' own unit (forms.md 2, 3.3, 3.17, 4.1, 4.2, 4.5).
  private static let withQuantity: Set = [
    "C", "RE", "PA", "PU", "RCEP", "MU", "NI", "EC", "HN", "MV", "H", "HM",
  ]
  /// The net weight beside the gross one (forms.md 4.3, 4.4).
  private static let withNetWeight: Set = ["EM", "TB"]
  /// No declaration by the exporter (forms.md 4.1, 4.3, 4.4).
  private static let withoutDeclaration: Set = ["RE", "EM", "TB"]
  /// The FOB value with every criterion (forms-2.md 6.2).
  private static let withFOB: Set = ["X", "P"]

  /// The first day of Chile's present form (forms.md 0.1 item 5).
  private static let chile = CalendarDate("2019-03-01") ?? .sample

  static func values(of form: BoundForm) -> [(path: String, value: String)] {
    let certificate = form.certificate
    let code = certificate.form
    var values: [(String, String?)] = [
      ("number", certificate.number), ("serial", certificate.serial),
      (
        "application.place",
        withoutDeclaration.contains(code) ? nil : certificate.application?.place
      ),
      ("issue.place", certificate.issue?.place),
      ("circumstances.replaces.number", certificate.circumstances.replaces?.number),
      ("circumstances.basedOn.number", certificate.circumstances.basedOn?.number),
      ("circumstances.thirdPartyInvoicing", certificate.circumstances.thirdPartyInvoicing?.name),
      ("specialClause", certificate.specialClause), ("remarks", certificate.remarks),
      ("letterOfCredit.number", certificate.letterOfCredit?.number),
    ]
    if code == "C" || code == "H" { values.removeAll { $0.0.hasSuffix("basedOn.number") } }
    values += party("exporter", certificate.exporter)
    values += party("consignee", certificate.consignee)
    values += party("importer", certificate.importer)
    values += party("intermediary", certificate.intermediary)
    values += transport(certificate.transport)
    if withProducer.contains(code) {
      for producer in certificate.producer?.parties ?? [] { values += party("producer", producer) }
    }
    for (index, item) in certificate.goods.enumerated() {
      values += goods(item, "goods[\(index)]", code)
      values += measures(item, "goods[\(index)]", certificate)
    }
    return values.compactMap { path, value in value.map { (path, $0) } }
  }

  private static func party(_ path: String, _ party: Party?) -> [(String, String?)] {
    [(path, party?.name), (path, party?.address)]
  }

  private static func transport(_ transport: Transport?) -> [(String, String?)] {
    [
      transport?.loading, transport?.discharge, transport?.transshipment, transport?.conveyance,
    ].map { ("transport", $0) }
  }

  /// Quantity or weight, as the form's column asks.
  private static func measures(
    _ item: GoodsItem, _ path: String, _ certificate: Certificate
  ) -> [(String, String?)] {
    guard !item.isNote else { return [] }
    let form = certificate.form
    func text(_ quantity: Quantity?) -> (String, String?) {
      (path, quantity.map { "\($0.value)\($0.unit)" })
    }
    // Form E to Indonesia shows the quantity alone (S2-96).
    if withQuantity.contains(form) || (form == "E" && certificate.destination == "ID") {
      return [text(item.quantity)]
    }
    // Chile: the net weight in place of the gross since 2019 (forms-2.md 0 item 1).
    if form == "F" {
      return [text(certificate.day < chile ? item.grossWeight : item.netWeight)]
    }
    let net = withNetWeight.contains(form) ? [text(item.netWeight)] : []
    return [text(item.grossWeight)] + net
  }

  private static func goods(_ item: GoodsItem, _ path: String, _ form: String) -> [(
    String, String?
  )] {
    var values: [(String, String?)] = [("\(path).description", item.description)]
    guard !item.isNote else { return values }
    if !withoutMarks.contains(form) { values.append(("\(path).marks", item.marks)) }
    if !withoutHS.contains(form) {
      let digits = item.hsDigits ?? (form == "H" ? 8 : form == "B" ? 4 : 6)
      values.append(("\(path).hs", item.hs.map { String($0.prefix(digits)) }))
    }
    if withFOB.contains(form) { values.append((path, item.fob.map { "\($0.amount)" })) }
    values.append(("\(path).criterion", item.criterion?.code))
    if form == "RCEP" { values.append(("\(path).origin", item.origin.map { _ in "CHINA" })) }
    if let packages = item.packages, packages.packing == .counted {
      values.append(("\(path).description", packages.unit))
    }
    return values
  }
}
