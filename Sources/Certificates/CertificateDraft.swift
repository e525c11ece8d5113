package import Foundation

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
  package var consignee: Party?
  package var importer: Party?
  package var producer: Producer?
  package var transport: Transport?
  /// Where the goods go for consumption: ISO 3166-1 alpha-2.
  package var destination: String?
  package var goods: [GoodsItem]
  package var invoices: [Invoice]
  /// Free text of the remarks box.
  package var remarks: String?
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

  package init(form: String) {
    self.form = form
    goods = []
    invoices = []
    circumstances = Circumstances()
  }
}

/// A company or person with its place of business.
package struct Party: Hashable, Sendable {
  package var name: String
  /// Street, town and postcode; line breaks are kept.
  package var address: String?
  /// ISO 3166-1 alpha-2.
  package var country: String?
  package var telephone: String?
  package var fax: String?
  package var email: String?

  package init(name: String) { self.name = name }
}

/// Who made the goods, and what of it the form may show.
package struct Producer: Hashable, Sendable {
  /// What the producer box says; the wording of each depends on the form kind.
  package enum Disclosure: String, CaseIterable, Sendable {
    /// The parties are printed.
    case shown
    /// The exporter is the producer.
    case same
    /// Known to the issuing body but not printed (S2-83).
    case confidential
    /// The exporter does not know.
    case unknown
    /// Per item in the goods description.
    case perItem = "per-item"
  }

  package var disclosure: Disclosure
  package var parties: [Party]

  package init(disclosure: Disclosure, parties: [Party] = []) {
    self.disclosure = disclosure
    self.parties = parties
  }
}

/// How the goods travel.
package struct Transport: Hashable, Sendable {
  /// Transport modes as the forms name them.
  package enum Mode: String, CaseIterable, Sendable {
    case sea, air, rail, road, post, multimodal
  }

  package var departure: CalendarDate?
  /// Whether the departure date is a forecast (ECFA: 预计).
  package var isDepartureExpected: Bool
  package var mode: Mode?
  /// Vessel, flight, train or vehicle number.
  package var conveyance: String?
  /// Port and country of loading.
  package var loading: String?
  package var transshipment: String?
  package var discharge: String?
  /// Replaces the sentence FROM … TO … VIA … BY … when given (S4-13).
  package var route: String?

  package init() { isDepartureExpected = false }
}

/// One entry of the goods table.
package struct GoodsItem: Hashable, Sendable {
  /// Shipping marks as text; line breaks are kept.
  package var marks: String?
  /// Shipping marks as pictures (S2-99).
  package var markImages: [MarkImage]
  package var packages: Packages?
  package var description: String
  /// The HS code, digits only.
  package var hs: String?
  /// How many digits of the code the form shows: 4, 6, 8 or 10 (S2-98).
  package var hsDigits: Int?
  package var criterion: OriginCriterion?
  /// Country of origin as the form asks for it, ISO 3166-1 alpha-2 (RCEP box 11).
  package var origin: String?
  package var quantity: Quantity?
  package var grossWeight: Quantity?
  package var netWeight: Quantity?
  package var fob: Money?
  /// Whether the FOB value is printed; `nil` lets the policy decide (S2-92).
  package var showsFOB: Bool?
  /// The number of the invoice that covers the item; `nil` when there is only one.
  package var invoice: String?
  /// True for a line that is no goods (非货物项): only the description prints (S3-21).
  package var isNote: Bool

  package init(description: String) {
    self.description = description
    markImages = []
    isNote = false
  }
}

/// A picture of shipping marks.
package struct MarkImage: Hashable, Sendable {
  package enum Format: String, Sendable {
    case png, jpeg
  }

  package let format: Format
  /// Width in pixels.
  package let width: Int
  /// Height in pixels.
  package let height: Int
  package let bytes: Data

  package init(format: Format, width: Int, height: Int, bytes: Data) {
    self.format = format
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}

/// Number and kind of packages.
package struct Packages: Hashable, Sendable {
  /// How the count enters the description (S2-101).
  package enum Packing: String, CaseIterable, Sendable {
    /// Number and unit of packages, then the name.
    case counted
    /// 总包装: the name only.
    case total
    /// 散装: the name and IN BULK.
    case bulk
  }

  package var count: Int?
  /// The kind of package, such as `CARTONS`.
  package var unit: String?
  package var packing: Packing

  package init(count: Int? = nil, unit: String? = nil, packing: Packing = .counted) {
    self.count = count
    self.unit = unit
    self.packing = packing
  }
}

/// Why the goods count as originating.
package struct OriginCriterion: Hashable, Sendable {
  /// The form's code, such as `WO`, `PSR` or `RVC`.
  package var code: String
  /// The value content in percent where the code asks for one.
  package var percent: Decimal?
  /// Additional codes such as `ACU`, `DMI`.
  package var additions: [String]

  package init(code: String, percent: Decimal? = nil, additions: [String] = []) {
    self.code = code
    self.percent = percent
    self.additions = additions
  }
}

/// A number with its unit.
package struct Quantity: Hashable, Sendable {
  package var value: Decimal
  /// The unit as printed, such as `PCS` or `KGS`.
  package var unit: String

  package init(value: Decimal, unit: String) {
    self.value = value
    self.unit = unit
  }
}

/// An amount of money.
package struct Money: Hashable, Sendable {
  package var amount: Decimal
  /// ISO 4217.
  package var currency: String

  package init(amount: Decimal, currency: String) {
    self.amount = amount
    self.currency = currency
  }
}

/// A commercial invoice.
package struct Invoice: Hashable, Sendable {
  package var number: String
  package var date: CalendarDate?
  package var value: Money?

  package init(number: String) { self.number = number }
}

/// The letter of credit that pays for the goods (S2-93).
package struct LetterOfCredit: Hashable, Sendable {
  package var number: String
  package var date: CalendarDate?

  package init(number: String) { self.number = number }
}

/// Facts that tick boxes and mark words depend on.
package struct Circumstances: Hashable, Sendable {
  /// Issued after the period in which the kind is regularly issued (补发).
  package var isRetroactive: Bool
  /// A third party's invoice: who issued it.
  package var thirdPartyInvoicing: Party?
  /// The certificate this one is based on (RCEP back-to-back, Form E movement certificate).
  package var basedOn: EarlierCertificate?
  /// The exhibition the goods are sent to.
  package var exhibition: Party?
  /// The certificate this one replaces.
  package var replaces: EarlierCertificate?

  package init() { isRetroactive = false }
}

/// A certificate that was issued before.
package struct EarlierCertificate: Hashable, Sendable {
  package var number: String
  package var date: CalendarDate?
  /// ISO 3166-1 alpha-2 of the issuing country.
  package var country: String?
  package var authority: String?

  package init(number: String) { self.number = number }
}

/// Where and when a box is signed.
package struct PlaceAndDate: Hashable, Sendable {
  package var place: String?
  package var date: CalendarDate?

  package init(place: String? = nil, date: CalendarDate? = nil) {
    self.place = place
    self.date = date
  }
}
