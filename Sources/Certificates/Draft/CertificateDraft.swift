/// A certificate as somebody typed it: any field may be missing or wrong.
///
/// The names are those of the JSON file. Party names follow UN/CEFACT.
package struct CertificateDraft: Hashable, Sendable {
  /// The form code, such as `C`, `RCEP` or `H`.
  package var form: String
  /// The certificate number 证书号; absent until one is given out.
  package var number: String?
  /// The serial 打印号 of an original output; absent on every preview.
  package var serial: String?
  /// The seller named in the first box.
  package var exporter: Party?
  /// The middleman printed after VIA (双抬头); general certificates only (S2-88).
  package var intermediary: Party?
  /// Who the goods are sent to.
  package var consignee: Party?
  /// Who imports the goods, on forms that ask for it.
  package var importer: Party?
  /// Who made the goods; `nil` when nothing is said about it.
  package var producer: Producer?
  /// How the goods travel; `nil` when not stated.
  package var transport: Transport?
  /// Where the goods go for consumption: ISO 3166-1 alpha-2.
  package var destination: String?
  /// The goods in printing order.
  package var goods: [GoodsItem]
  /// Materials imported from the destination that the goods were made with (S3-06).
  package var materials: [Material]
  /// The commercial invoices that cover the goods.
  package var invoices: [Invoice]
  /// Free text of the remarks box.
  package var remarks: String?
  /// The letter of credit; `nil` when none pays for the goods.
  package var letterOfCredit: LetterOfCredit?
  /// Text for kinds without a remarks box (S2-84).
  package var specialClause: String?
  /// Facts that tick boxes and mark words on the form depend on.
  package var circumstances: Circumstances
  /// Place and date of the exporter's declaration.
  package var application: PlaceAndDate?
  /// Place and date of the certification; the date picks policy rows and the form's edition.
  package var issue: PlaceAndDate?
  /// The day of the export declaration; ECFA only (S2-85).
  package var exportDeclarationDate: CalendarDate?

  /// An empty draft for a form code.
  package init(form: String) {
    self.form = form
    goods = []
    materials = []
    invoices = []
    circumstances = Circumstances()
  }
}
