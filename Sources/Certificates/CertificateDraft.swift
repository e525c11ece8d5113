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

/// A company or person with its place of business.
package struct Party: Hashable, Sendable {
  /// The name as registered.
  package var name: String
  /// Street, town and postcode; line breaks are kept.
  package var address: String?
  /// ISO 3166-1 alpha-2.
  package var country: String?
  /// The telephone number as printed.
  package var telephone: String?
  /// The fax number as printed.
  package var fax: String?
  /// The e-mail address as printed.
  package var email: String?

  /// A party of which only the name is known.
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

  /// What the producer box says.
  package var disclosure: Disclosure
  /// The producers.
  package var parties: [Party]

  /// A producer from what may be shown of it and its parties.
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

  /// The day of departure.
  package var departure: CalendarDate?
  /// Whether the departure date is a forecast (ECFA: 预计).
  package var isDepartureExpected: Bool
  /// The mode of transport; `nil` when not stated.
  package var mode: Mode?
  /// Vessel, flight, train or vehicle number.
  package var conveyance: String?
  /// Port and country of loading.
  package var loading: String?
  /// Port of transshipment; `nil` without one.
  package var transshipment: String?
  /// Port and country of discharge.
  package var discharge: String?
  /// Replaces the sentence FROM … TO … VIA … BY … when given (S4-13).
  package var route: String?

  /// A transport of which nothing is stated.
  package init() { isDepartureExpected = false }
}

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

/// A picture of shipping marks.
package struct MarkImage: Hashable, Sendable {
  /// The formats a picture can be in.
  package enum Format: String, Sendable {
    case png, jpeg
  }

  /// The format of the bytes.
  package let format: Format
  /// Width in pixels.
  package let width: Int
  /// Height in pixels.
  package let height: Int
  /// The whole picture file.
  package let bytes: Data

  /// A picture from its file and what the file's header says.
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

  /// The number of packages; `nil` when not stated.
  package var count: Int?
  /// The kind of package, such as `CARTONS`.
  package var unit: String?
  /// How the count enters the description.
  package var packing: Packing

  /// Packages from their number and kind; every part may be left out.
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

  /// A criterion from its code and what stands with it.
  package init(code: String, percent: Decimal? = nil, additions: [String] = []) {
    self.code = code
    self.percent = percent
    self.additions = additions
  }
}

/// A number with its unit.
package struct Quantity: Hashable, Sendable {
  /// The number, exact to every decimal given.
  package var value: Decimal
  /// The unit as printed, such as `PCS` or `KGS`.
  package var unit: String

  /// A quantity from a number and its unit.
  package init(value: Decimal, unit: String) {
    self.value = value
    self.unit = unit
  }
}

/// An amount of money.
package struct Money: Hashable, Sendable {
  /// The number of units of the currency, exact to every decimal given.
  package var amount: Decimal
  /// ISO 4217.
  package var currency: String

  /// An amount from a number and its currency code.
  package init(amount: Decimal, currency: String) {
    self.amount = amount
    self.currency = currency
  }
}

/// A commercial invoice.
package struct Invoice: Hashable, Sendable {
  /// The number as the invoice states it.
  package var number: String
  /// The invoice's date.
  package var date: CalendarDate?
  /// The invoiced value; `nil` when not stated.
  package var value: Money?

  /// An invoice of which only the number is known.
  package init(number: String) { self.number = number }
}

/// The letter of credit that pays for the goods (S2-93).
package struct LetterOfCredit: Hashable, Sendable {
  /// The letter's number.
  package var number: String
  /// The day it was opened.
  package var date: CalendarDate?

  /// A letter of credit of which only the number is known.
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

  /// Circumstances under which no box is ticked and no mark printed.
  package init() { isRetroactive = false }
}

/// A certificate that was issued before.
package struct EarlierCertificate: Hashable, Sendable {
  /// The number it was issued under.
  package var number: String
  /// Its date of issue.
  package var date: CalendarDate?
  /// ISO 3166-1 alpha-2 of the issuing country.
  package var country: String?
  /// The issuing body.
  package var authority: String?

  /// An earlier certificate of which only the number is known.
  package init(number: String) { self.number = number }
}

/// Where and when a box is signed.
package struct PlaceAndDate: Hashable, Sendable {
  /// The place, such as `BEIJING,CHINA`.
  package var place: String?
  /// The day of signing.
  package var date: CalendarDate?

  /// A place and date, each of which may still be missing.
  package init(place: String? = nil, date: CalendarDate? = nil) {
    self.place = place
    self.date = date
  }
}
