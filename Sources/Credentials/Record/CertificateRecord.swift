package import Certificates

/// What the code on a certificate says: the sixteen fields of record version 1.
///
/// A field that the certificate does not state, or its form does not show, is left out, never zero.
package struct CertificateRecord: Hashable, Sendable {
  /// Field 1: the certificate number.
  package var number: String
  /// Field 2: the serial of the print.
  package var serial: String
  /// Field 3: the form code.
  package var form: String
  /// Field 4: the issuing body's code.
  package var issuer: String
  /// Field 5: the date of issue.
  package var issued: CalendarDate
  /// Field 6: the destination, ISO 3166-1 alpha-2.
  package var destination: String?
  /// Field 7: the start of the exporter's name.
  package var exporter: String?
  /// Field 8: the start of the first invoice's number.
  package var invoice: String?
  /// Field 9: the first invoice's date.
  package var invoiceDate: CalendarDate?
  /// Field 10: the total value in the smallest unit of its currency.
  package var value: Int?
  /// Field 11: the currency, ISO 4217.
  package var currency: String?
  /// Field 12: the gross weight in grams.
  package var grossWeight: Int?
  /// Field 13: the number of items.
  package var items: Int
  /// Field 14: the first six digits of up to three HS codes.
  package var hsCodes: [Int]
  /// Field 15, first: what kind of output it is.
  package var kind: RecordKind
  /// Field 15, second: the revision of the print, or the ordinal of a copy; from 0.
  package var revision: Int
  /// Field 16: the first 16 bytes of SHA-256 over the canonical certificate.
  package var contentHash: [UInt8]

  /// A record from its fields, none of them checked.
  package init(
    number: String, serial: String, form: String, issuer: String, issued: CalendarDate,
    destination: String? = nil, exporter: String? = nil, invoice: String? = nil,
    invoiceDate: CalendarDate? = nil, value: Int? = nil, currency: String? = nil,
    grossWeight: Int? = nil, items: Int, hsCodes: [Int], kind: RecordKind, revision: Int,
    contentHash: [UInt8]
  ) {
    self.number = number
    self.serial = serial
    self.form = form
    self.issuer = issuer
    self.issued = issued
    self.destination = destination
    self.exporter = exporter
    self.invoice = invoice
    self.invoiceDate = invoiceDate
    self.value = value
    self.currency = currency
    self.grossWeight = grossWeight
    self.items = items
    self.hsCodes = hsCodes
    self.kind = kind
    self.revision = revision
    self.contentHash = contentHash
  }

  /// Longest kept part of the exporter's name, in bytes of UTF-8.
  package static let exporterLimit = 40
  /// Longest kept part of an invoice number, in bytes of UTF-8.
  package static let invoiceLimit = 24
  /// Bytes of the certificate's hash.
  package static let hashLength = 16
  /// Most HS codes.
  package static let hsLimit = 3
}
