import Foundation
import Notation

extension Producer.Disclosure: NodeChoice {}
extension Transport.Mode: NodeChoice {}
extension Packages.Packing: NodeChoice {}

/// The JSON of a certificate, object by object: reader, writer and schema come from here.
enum DraftShapes {
  static let country = Format.text(shape: "^[A-Z]{2}$")
  static let currency = Format.text(shape: "^[A-Z]{3}$")

  static let party = Shape(
    name: "Party", note: "A company or person with its place of business.",
    blank: { Party(name: "") },
    fields: [
      .required("name", \.name, .text, "The name as registered."),
      .optional("address", \.address, .text, "Street, town and postcode; lines are kept."),
      .optional("country", \.country, country, "ISO 3166-1 alpha-2."),
      .optional("telephone", \.telephone, .text, "The telephone number."),
      .optional("fax", \.fax, .text, "The fax number."),
      .optional("email", \.email, .text, "The e-mail address."),
    ])

  static let producer = Shape(
    name: "Producer", note: "Who made the goods, and what of it the form shows.",
    blank: { Producer(disclosure: .shown) },
    fields: [
      .required("disclosure", \.disclosure, .choice, "What the producer box says."),
      .defaulted("parties", \.parties, to: [], .list(of: .object(party)), "The producers."),
    ])

  static let transport = Shape(
    name: "Transport", note: "How the goods travel.", blank: { Transport() },
    fields: [
      .optional("departure", \.departure, .date, "The day of departure."),
      .defaulted(
        "isDepartureExpected", \.isDepartureExpected, to: false, .flag,
        "Whether the departure is a forecast."),
      .optional("mode", \.mode, .choice, "The mode of transport."),
      .optional("conveyance", \.conveyance, .text, "Vessel, flight, train or vehicle number."),
      .optional("loading", \.loading, .text, "Port and country of loading."),
      .optional("transshipment", \.transshipment, .text, "Port of transshipment."),
      .optional("discharge", \.discharge, .text, "Port and country of discharge."),
      .optional("route", \.route, .text, "Replaces the sentence made from the fields above."),
    ])

  static let packages = Shape(
    name: "Packages", note: "Number and kind of packages.", blank: { Packages() },
    fields: [
      .optional("count", \.count, .integer, "The number of packages."),
      .optional("unit", \.unit, .text, "The kind of package as printed, such as CARTONS."),
      .defaulted(
        "packing", \.packing, to: .counted, .choice, "How the count enters the description."),
    ])

  static let criterion = Shape(
    name: "OriginCriterion", note: "Why the goods count as originating.",
    blank: { OriginCriterion(code: "") },
    fields: [
      .required("code", \.code, .text, "The form's code, such as WO, PSR or RVC."),
      .optional("percent", \.percent, .decimal, "The value content in percent."),
      .defaulted(
        "additions", \.additions, to: [], .list(of: .text), "Codes used in addition, such as ACU."),
    ])

  static let quantity = Shape(
    name: "Quantity", note: "A number with its unit.", blank: { Quantity(value: 0, unit: "") },
    fields: [
      .required("value", \.value, .decimal, "The number."),
      .required("unit", \.unit, .text, "The unit as printed, such as PCS or KGS."),
    ])

  static let money = Shape(
    name: "Money", note: "An amount of money.", blank: { Money(amount: 0, currency: "") },
    fields: [
      .required("amount", \.amount, .decimal, "The amount."),
      .required("currency", \.currency, currency, "ISO 4217."),
    ])

  static let goodsItem = Shape(
    name: "GoodsItem", note: "One entry of the goods table.",
    blank: { GoodsItem(description: "") },
    fields: [
      .optional("marks", \.marks, .text, "Shipping marks; lines are kept."),
      .defaulted(
        "markImages", \.markImages, to: [], .list(of: .markImage), "Shipping marks as pictures."),
      .optional("packages", \.packages, .object(packages), "Number and kind of packages."),
      .required("description", \.description, .text, "What the goods are."),
      .optional("hs", \.hs, .text(shape: "^[0-9]{4,10}$"), "The HS code, digits only."),
      .optional("hsDigits", \.hsDigits, .integer, "How many digits of the code are printed."),
      .optional("criterion", \.criterion, .object(criterion), "The origin criterion."),
      .optional("origin", \.origin, country, "Country of origin, ISO 3166-1 alpha-2."),
      .optional("quantity", \.quantity, .object(quantity), "The quantity."),
      .optional("grossWeight", \.grossWeight, .object(quantity), "The gross weight."),
      .optional("netWeight", \.netWeight, .object(quantity), "The net weight."),
      .optional("fob", \.fob, .object(money), "The value free on board."),
      .optional("showsFOB", \.showsFOB, .flag, "Whether the FOB value is printed."),
      .optional("invoice", \.invoice, .text, "The number of the invoice that covers the item."),
      .defaulted("isNote", \.isNote, to: false, .flag, "True for a line that is no goods."),
    ])

  static let material = Shape(
    name: "Material", note: "A material from the destination that went into one of the goods.",
    blank: { Material(item: 0, description: "") },
    fields: [
      .required("item", \.item, .integer, "The number of the goods item, from 1 without notes."),
      .required("description", \.description, .text, "What the material is."),
      .optional("hs", \.hs, .text(shape: "^[0-9]{4,10}$"), "The HS code, digits only."),
      .optional("quantity", \.quantity, .object(quantity), "How much of it went into the item."),
      .optional("value", \.value, .object(money), "The value on import."),
      .optional("origin", \.origin, country, "Where from, ISO 3166-1; else the destination."),
      .optional("supplier", \.supplier, .text, "Who sold it."),
      .optional(
        "importDeclaration", \.importDeclaration, .text, "The number of the import declaration."),
    ])

  static let invoice = Shape(
    name: "Invoice", note: "A commercial invoice.", blank: { Invoice(number: "") },
    fields: [
      .required("number", \.number, .text, "The invoice's number."),
      .optional("date", \.date, .date, "The invoice's date."),
      .optional("value", \.value, .object(money), "The invoiced value."),
    ])

  static let letterOfCredit = Shape(
    name: "LetterOfCredit", note: "The letter of credit that pays for the goods.",
    blank: { LetterOfCredit(number: "") },
    fields: [
      .required("number", \.number, .text, "The letter's number."),
      .optional("date", \.date, .date, "The day it was opened."),
    ])

  static let earlierCertificate = Shape(
    name: "EarlierCertificate", note: "A certificate that was issued before.",
    blank: { EarlierCertificate(number: "") },
    fields: [
      .required("number", \.number, .text, "Its number."),
      .optional("date", \.date, .date, "Its date of issue."),
      .optional("country", \.country, country, "The issuing country, ISO 3166-1 alpha-2."),
      .optional("authority", \.authority, .text, "The issuing body."),
    ])

  static let circumstances = Shape(
    name: "Circumstances", note: "Facts that tick boxes and mark words depend on.",
    blank: { Circumstances() },
    fields: [
      .defaulted(
        "isRetroactive", \.isRetroactive, to: false, .flag, "Issued after the regular period."),
      .optional(
        "thirdPartyInvoicing", \.thirdPartyInvoicing, .object(party),
        "Who issued the invoice, when it is a third party."),
      .optional(
        "basedOn", \.basedOn, .object(earlierCertificate),
        "The certificate that this one is based on (back-to-back)."),
      .optional("exhibition", \.exhibition, .object(party), "The exhibition the goods go to."),
      .optional(
        "replaces", \.replaces, .object(earlierCertificate), "The certificate this one replaces."),
    ])

  static let placeAndDate = Shape(
    name: "PlaceAndDate", note: "Where and when a box is signed.", blank: { PlaceAndDate() },
    fields: [
      .optional("place", \.place, .text, "The place, such as BEIJING,CHINA."),
      .optional("date", \.date, .date, "The day."),
    ])

  static let certificate = Shape(
    name: "Certificate", note: "A certificate of origin as somebody typed it.",
    blank: { CertificateDraft(form: "") },
    fields: [
      .required("form", \.form, .text, "The form code, such as C, RCEP or H."),
      .optional("number", \.number, .text, "The certificate number."),
      .optional("serial", \.serial, .text, "The serial of an original output."),
      .optional("exporter", \.exporter, .object(party), "The seller."),
      .optional("intermediary", \.intermediary, .object(party), "The middleman printed after VIA."),
      .optional("consignee", \.consignee, .object(party), "The consignee."),
      .optional("importer", \.importer, .object(party), "The importer."),
      .optional("producer", \.producer, .object(producer), "The producer."),
      .optional("transport", \.transport, .object(transport), "How the goods travel."),
      .optional("destination", \.destination, country, "Country of destination, ISO 3166-1."),
      .required("goods", \.goods, .list(of: .object(goodsItem)), "The goods, in printing order."),
      .defaulted(
        "materials", \.materials, to: [], .list(of: .object(material)),
        "Materials from the destination, for kinds with a page of materials."),
      .defaulted("invoices", \.invoices, to: [], .list(of: .object(invoice)), "The invoices."),
      .optional("remarks", \.remarks, .text, "Free text of the remarks box."),
      .optional("letterOfCredit", \.letterOfCredit, .object(letterOfCredit), "Letter of credit."),
      .optional("specialClause", \.specialClause, .text, "Text for kinds without remarks box."),
      .defaulted(
        "circumstances", \.circumstances, to: Circumstances(), .object(circumstances),
        "Facts that tick boxes and mark words depend on."),
      .optional("application", \.application, .object(placeAndDate), "The exporter's signature."),
      .optional("issue", \.issue, .object(placeAndDate), "The certification."),
      .optional(
        "exportDeclarationDate", \.exportDeclarationDate, .date, "Day of the export declaration."),
    ])
}
