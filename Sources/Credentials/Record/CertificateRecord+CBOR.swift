import Certificates

extension CertificateRecord {
  /// The record's bytes: deterministic CBOR, a map by field number.
  package var encoded: [UInt8] {
    var pairs: [CBOR.Pair] = []
    func put(_ field: RecordField.Key, _ value: CBOR?) {
      if let value { pairs.append(CBOR.Pair(.integer(field.rawValue), value)) }
    }
    put(.number, .text(number))
    put(.serial, .text(serial))
    put(.form, .text(form))
    put(.issuer, .text(issuer))
    put(.issued, .integer(RecordDay.number(of: issued)))
    put(.destination, destination.map(CBOR.text))
    put(.exporter, exporter.map(CBOR.text))
    put(.invoice, invoice.map(CBOR.text))
    put(.invoiceDate, invoiceDate.map { .integer(RecordDay.number(of: $0)) })
    put(.value, value.map(CBOR.integer))
    put(.currency, currency.map(CBOR.text))
    put(.grossWeight, grossWeight.map(CBOR.integer))
    put(.items, .integer(items))
    put(.hsCodes, .array(hsCodes.map(CBOR.integer)))
    put(.kind, .array([.integer(kind.rawValue), .integer(revision)]))
    put(.contentHash, .bytes(contentHash))
    return CBOR.map(pairs).encoded
  }

  /// Reads the bytes strictly; `nil` when they are not what ``encoded`` writes for some record.
  package init?(_ bytes: [UInt8]) {
    guard case .map(let pairs)? = try? CBORDecoder.decode(bytes) else { return nil }
    let fields = Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { a, _ in a })
    func field(_ key: RecordField.Key) -> CBOR? { fields[.integer(key.rawValue)] }
    guard let number = field(.number)?.text, let serial = field(.serial)?.text,
      let form = field(.form)?.text, let issuer = field(.issuer)?.text,
      let issued = field(.issued)?.integer.flatMap(RecordDay.date),
      let items = field(.items)?.integer, let hsCodes = field(.hsCodes)?.elements,
      let kind = field(.kind)?.elements, kind.count == 2,
      let output = kind[0].integer.flatMap(RecordKind.init), let revision = kind[1].integer,
      let hash = field(.contentHash)?.byteString, hash.count == Self.hashLength
    else { return nil }
    self.number = number
    self.serial = serial
    self.form = form
    self.issuer = issuer
    self.issued = issued
    destination = field(.destination)?.text
    exporter = field(.exporter)?.text
    invoice = field(.invoice)?.text
    invoiceDate = field(.invoiceDate)?.integer.flatMap(RecordDay.date)
    value = field(.value)?.integer
    currency = field(.currency)?.text
    grossWeight = field(.grossWeight)?.integer
    self.items = items
    self.hsCodes = hsCodes.compactMap(\.integer)
    self.kind = output
    self.revision = revision
    contentHash = hash
    // Whatever was skipped or had another type shows here.
    guard isPlausible, encoded == bytes else { return nil }
  }

  /// Whether the texts are short and printable, so that a reader may show them as they are.
  private var isPlausible: Bool {
    let texts = [number, serial, form, issuer, destination, exporter, invoice, currency]
    return hsCodes.count <= Self.hsLimit && hsCodes.allSatisfy { (0...999_999).contains($0) }
      && items >= 0 && revision >= 0
      && texts.compactMap(\.self).allSatisfy { text in
        text.utf8.count <= Self.exporterLimit
          && text.unicodeScalars.allSatisfy { !$0.properties.isDangerous }
      }
  }
}

extension Unicode.Scalar.Properties {
  /// Control and format characters, such as those that turn the direction of text.
  fileprivate var isDangerous: Bool {
    generalCategory == .control || generalCategory == .format
      || generalCategory == .lineSeparator || generalCategory == .paragraphSeparator
  }
}
