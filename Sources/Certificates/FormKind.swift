package import Diagnostics
package import Notation

/// One kind of certificate, as `kinds.yaml` lists it.
package struct FormKind: Hashable, Sendable, NodeReadable {
  /// The language the form is filled in.
  package enum Language: String, NodeChoice, Sendable {
    case english, chinese
  }

  /// A field without which the kind is not complete.
  package enum Need: String, NodeChoice, Sendable {
    case exporter, consignee, importer, producer, transport, destination, invoice
    case invoiceDate = "invoice-date"
    case invoiceValue = "invoice-value"
    case packages, hs, criterion, origin, quantity
    case grossWeight = "gross-weight"
    case netWeight = "net-weight"
    case marks
    case exporterContact = "exporter-contact"
    case importerTelephone = "importer-telephone"
    case exportDeclarationDate = "export-declaration-date"
  }

  /// The form code, such as `C` or `RCEP`.
  package let code: String
  /// The name in English.
  package let english: String
  /// The name in Chinese.
  package let chinese: String
  /// Whether the certificate gives a right to lower duties.
  package let isPreferential: Bool
  /// The language the form is filled in; English unless stated.
  package let language: Language
  /// The countries it may go to; `nil` for all but China.
  package let parties: [String]?
  /// How many digits of the HS code the certificate stores: 6, or 8 for ECFA (S5-10).
  package let hsDigits: Int
  /// The numbers of digits the form may show; the first is the usual one.
  package let hsShown: [Int]
  /// The headings of the HS whose goods the kind is for; `nil` for all goods.
  package let headings: [String]?
  /// The fields without which the kind is not complete.
  package let needs: [Need]
  /// Where the facts stand.
  package let source: String

  /// Reads one entry of `kinds.yaml`, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let code: String? = reader.required("code")
    let english: String? = reader.required("english")
    let chinese: String? = reader.required("chinese")
    let isPreferential: Bool? = reader.required("preferential")
    let source: String? = reader.required("source")
    let needs: [Need]? = reader.required("needs")
    language = reader.optional("language") ?? .english
    parties = reader.optional("parties")
    hsDigits = reader.optional("hsDigits") ?? 6
    hsShown = reader.optional("hsShown") ?? [hsDigits]
    headings = reader.optional("headings")
    reader.finish()
    for code in parties ?? [] where Country(code) == nil {
      findings.error(at: reader.place(of: "parties"), Wording.noCountry(code))
    }
    guard let code, let english, let chinese, let isPreferential, let source, let needs else {
      return nil
    }
    self.code = code
    self.english = english
    self.chinese = chinese
    self.isPreferential = isPreferential
    self.source = source
    self.needs = needs
  }

  /// Whether the kind is for goods with this HS code.
  package func isFor(hs: String) -> Bool { headings?.contains { hs.hasPrefix($0) } ?? true }
}
