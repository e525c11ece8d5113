package import Certificates
import Foundation

extension CertificateRecord {
  /// The record of an output of a certificate.
  ///
  /// - Parameters:
  ///   - certificate: the certificate, with its number.
  ///   - output: what is printed.
  ///   - serial: the serial of the live original.
  ///   - revision: the revision of the print, from 0; duplicates and copies take their ordinal.
  ///   - issuer: the issuing body.
  ///   - policies: what the form shows on the certificate's day.
  /// - Throws: ``CredentialError`` when the certificate has no number or the output gets no record.
  package init(
    of certificate: Certificate, as output: OutputKind, serial: String, revision: Int = 0,
    issuer: Issuer, policies: Policies
  ) throws(CredentialError) {
    guard let number = certificate.number else { throw CredentialError(.noNumber) }
    guard let kind = RecordKind(output, of: certificate) else { throw CredentialError(.noRecord) }
    guard let hash = Hex.decode(certificate.contentHash) else {
      preconditionFailure("a content hash is hexadecimal")
    }
    self.number = number
    self.serial = serial
    form = certificate.form
    self.issuer = issuer.code
    issued = certificate.day
    destination = certificate.destination
    exporter = certificate.exporter.map { Self.start(of: $0.name, Self.exporterLimit) }
    let invoice = certificate.invoices.first
    self.invoice = invoice.map { Self.start(of: $0.number, Self.invoiceLimit) }
    invoiceDate = invoice?.date
    let value = Self.shownValue(of: certificate, policies)
    self.value = value?.minorUnits
    currency = value?.currency
    let goods = certificate.goods.filter { !$0.isNote }
    grossWeight = Self.grams(goods.map(\.grossWeight))
    items = goods.count
    hsCodes = Self.hsCodes(of: goods)
    self.kind = kind
    self.revision = output.ordinal ?? revision
    contentHash = Array(hash.prefix(Self.hashLength))
  }

  /// A text cut before the character that would go over the limit.
  static func start(of text: String, _ limit: Int) -> String {
    var kept = ""
    for character in text {
      guard kept.utf8.count + String(character).utf8.count <= limit else { break }
      kept.append(character)
    }
    return kept
  }

  /// The total of the FOB values when the form shows all of them, else of the invoices when it shows
  /// those; `nil` where it hides them or they have several currencies.
  private static func shownValue(
    of certificate: Certificate, _ policies: Policies
  ) -> (minorUnits: Int, currency: String)? {
    let goods = certificate.goods.filter { !$0.isNote }
    let showsFOB = goods.allSatisfy {
      policies.showsFOB(
        $0, form: certificate.form, destination: certificate.destination, day: certificate.day)
    }
    let showsInvoices = policies.kind(certificate.form)?.needs.contains(.invoiceValue) == true
    let parts =
      showsFOB ? goods.map(\.fob) : showsInvoices ? certificate.invoices.map(\.value) : []
    guard let sums = AmountText.sum(parts), sums.count == 1 else { return nil }
    let scale = pow(Decimal(10), AmountText.decimals(of: sums[0].currency))
    return whole(sums[0].amount * scale).map { ($0, sums[0].currency) }
  }

  /// The sum in grams; `nil` when a weight is missing or in a unit other than of the metric system.
  private static func grams(_ weights: [Quantity?]) -> Int? {
    var sum: Decimal = 0
    for weight in weights {
      guard let weight, let factor = gramsPerUnit[weight.unit.uppercased()] else { return nil }
      sum += weight.value * factor
    }
    return weights.isEmpty ? nil : whole(sum)
  }

  private static let gramsPerUnit: [String: Decimal] = [
    "G": 1, "GRAMS": 1, "KG": 1000, "KGS": 1000, "KGM": 1000, "千克": 1000, "公斤": 1000,
    "MT": 1_000_000, "MTS": 1_000_000, "TONS": 1_000_000, "吨": 1_000_000,
  ]

  private static func hsCodes(of goods: [GoodsItem]) -> [Int] {
    var codes: [Int] = []
    for code in goods.compactMap({ $0.hs.flatMap { Int($0.prefix(6)) } })
    where !codes.contains(code) {
      codes.append(code)
      if codes.count == hsLimit { break }
    }
    return codes
  }

  /// The number rounded half up; `nil` when it does not fit.
  private static func whole(_ number: Decimal) -> Int? {
    var number = number
    var rounded = Decimal()
    NSDecimalRound(&rounded, &number, 0, .plain)
    return Int("\(rounded)")
  }
}

extension OutputKind {
  /// The ordinal of a duplicate or copy; `nil` for anything else.
  fileprivate var ordinal: Int? {
    switch self {
    case .duplicate(let ordinal, _), .copy(let ordinal): ordinal
    case .original, .void, .specimen: nil
    }
  }
}
