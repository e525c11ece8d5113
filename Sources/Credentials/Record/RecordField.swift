import Certificates
import Foundation

/// One field of a record as a person compares it with the paper.
package struct RecordField: Hashable, Sendable {
  /// The numbers of the fields in the record's map.
  package enum Key: Int, CaseIterable, Sendable {
    case number = 1
    case serial, form, issuer, issued, destination, exporter, invoice, invoiceDate, value
    case currency, grossWeight, items, hsCodes, kind, contentHash
  }

  /// Which field it is.
  package let key: Key
  /// The value as text, such as `USD 1,250.00`.
  package let text: String

  /// The name for scripts, such as `grossWeight`.
  package var name: String { String(describing: key) }
  /// The name for people.
  package var label: Label { Wording.label(of: key) }

  /// A field's name in both languages.
  package typealias Label = (english: String, chinese: String)

  /// The fields of the certificate that the field is taken from, as layouts name them.
  package var sources: [String] { Self.sources[key] ?? [] }

  private static let sources: [Key: [String]] = [
    .number: ["number"], .serial: ["serial"], .form: ["kind.english", "kind.chinese"],
    .issuer: ["issuer.name", "issuer.nameEnglish", "issuer.nameChinese"],
    .issued: ["issue.date"],
    .destination: ["destination"], .exporter: ["exporter.text", "exporter.name"],
    .invoice: ["invoice.number", "item.invoice"], .invoiceDate: ["invoice.date"],
    .value: ["item.fob", "totals.fob", "invoice.value"],
    .grossWeight: ["item.grossWeight", "totals.grossWeight", "item.quantity", "item.weight"],
    .items: ["item.number"], .hsCodes: ["item.hs"],
  ]
}

extension CertificateRecord {
  /// The fields that the paper can be compared by, in the order of the form.
  ///
  /// - Parameter order: the layout's field paths in the order of its boxes; fields it does not show
  ///   follow in the order of the record.
  /// - Returns: the fields that are stated; the certificate's hash is none of them.
  package func fields(order: [String] = []) -> [RecordField] {
    func rank(_ field: RecordField) -> Int {
      field.sources.compactMap { order.firstIndex(of: $0) }.min() ?? order.count
    }
    return allFields.map { (rank($0), $0) }
      .sorted { ($0.0, $0.1.key.rawValue) < ($1.0, $1.1.key.rawValue) }.map(\.1)
  }

  private var allFields: [RecordField] {
    let amount = value.map { Self.amount($0, currency: currency ?? "") }
    let codes = hsCodes.map { code in
      let digits = String(code)
      return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    }
    let texts: [(RecordField.Key, String?)] = [
      (.number, number), (.serial, serial), (.form, form), (.issuer, issuer),
      (.issued, issued.description), (.destination, destination), (.exporter, exporter),
      (.invoice, invoice), (.invoiceDate, invoiceDate?.description), (.value, amount),
      (.grossWeight, grossWeight.map(Self.kilograms)), (.items, String(items)),
      (.hsCodes, codes.isEmpty ? nil : codes.joined(separator: ", ")),
      (.kind, revision == 0 ? kind.name : "\(kind.name) \(revision)"),
    ]
    return texts.compactMap { key, text in text.map { RecordField(key: key, text: $0) } }
  }

  /// Smallest units of a currency as an amount, `USD 1,250.00`.
  private static func amount(_ units: Int, currency: String) -> String {
    let scale = pow(Decimal(10), AmountText.decimals(of: currency))
    return AmountText.money(Money(amount: Decimal(units) / scale, currency: currency))
  }

  /// Grams as kilograms, `1250.5 KG`.
  private static func kilograms(_ grams: Int) -> String {
    let rest = String(1000 + abs(grams % 1000)).dropFirst()
    let decimals = String(rest.reversed().drop { $0 == "0" }.reversed())
    return "\(grams / 1000)\(decimals.isEmpty ? "" : "." + decimals) KG"
  }
}
