import Crypto

/// The one signature of a file: where it stands, what it covers, and its bytes.
struct SignaturePlace {
  /// The signature's bytes without the zeros behind them.
  let signature: [UInt8]
  /// The SHA-256 of what is signed.
  let digest: [UInt8]
  /// The time the signer claims.
  let moment: Moment
  /// Where the signed bytes end.
  let end: Int

  /// Throws ``SignatureFault`` when the file does not have exactly one as we write it.
  init(in bytes: [UInt8]) throws {
    let file = try PDFFile(bytes)
    let catalog = try file.catalog
    let reference = try Self.certification(catalog, file)
    var scanner = try file.scanner(at: reference)
    let value = try scanner.value()
    guard let dictionary = value.dictionary, let place = scanner.places["Contents"],
      let range = dictionary["ByteRange"]?.array?.compactMap(\.integer), range.count == 4
    else { throw SignatureFault.notCertified }
    moment = try Self.moment(dictionary)
    try Self.checkGap(bytes, place)
    end = try Self.end(range, gap: place, in: bytes)
    signature = try Self.signature(dictionary["Contents"])
    var hash = SHA256()
    hash.update(data: bytes[..<place.lowerBound])
    hash.update(data: bytes[place.upperBound..<end])
    digest = Array(hash.finalize())
  }

  // MARK: The dictionaries

  /// The signature which is the field's value and the file's certification.
  private static func certification(
    _ catalog: PDFDictionary, _ file: PDFFile
  ) throws -> PDFReference {
    guard let form = try file.resolved(catalog["AcroForm"])?.dictionary,
      let fields = try file.resolved(form["Fields"])?.array, !fields.isEmpty
    else { throw SignatureFault.noSignature }
    guard fields.count == 1 else { throw SignatureFault.severalSignatures }
    guard let field = try file.resolved(fields[0])?.dictionary, field["FT"]?.name == "Sig",
      let reference = field["V"]?.reference
    else { throw SignatureFault.noSignature }
    guard form["SigFlags"]?.integer == 3,
      try file.resolved(catalog["Perms"])?.dictionary?["DocMDP"]?.reference == reference
    else { throw SignatureFault.notCertified }
    return reference
  }

  /// The claimed time of a dictionary that says what ours says.
  private static func moment(_ dictionary: PDFDictionary) throws -> Moment {
    let references = dictionary["Reference"]?.array ?? []
    let transform = references.first?.dictionary
    guard dictionary["Type"]?.name == "Sig", dictionary["Filter"]?.name == "Adobe.PPKLite",
      dictionary["SubFilter"]?.name == SignatureDictionary.format, references.count == 1,
      transform?["TransformMethod"]?.name == "DocMDP",
      transform?["TransformParams"]?.dictionary?["P"]?.integer == 1,
      let text = dictionary["M"]?.string,
      let moment = Moment(pdfText: String(decoding: text, as: UTF8.self))
    else { throw SignatureFault.notCertified }
    return moment
  }

  // MARK: The bytes

  private static func checkGap(_ bytes: [UInt8], _ place: Range<Int>) throws {
    guard place.count > 2, place.count.isMultiple(of: 2),
      bytes[place.lowerBound] == UInt8(ascii: "<"),
      bytes[place.upperBound - 1] == UInt8(ascii: ">"),
      bytes[place.lowerBound + 1..<place.upperBound - 1]
        .allSatisfy({ Hexadecimal.value($0) != nil })
    else { throw SignatureFault.gap }
  }

  /// Where the signed bytes end: all but the gap, to the end of a revision.
  private static func end(_ range: [Int], gap: Range<Int>, in bytes: [UInt8]) throws -> Int {
    guard range[0] == 0, range[1] == gap.lowerBound, range[2] == gap.upperBound,
      range[3] > 0, range[3] <= bytes.count - gap.upperBound
    else { throw SignatureFault.range }
    let end = gap.upperBound + range[3]
    guard bytes[..<end].suffix(6).elementsEqual("%%EOF\n".utf8) else { throw SignatureFault.range }
    return end
  }

  /// The value's bytes by the length that they state; only zeros may follow.
  private static func signature(_ value: PDFValue?) throws -> [UInt8] {
    guard let padded = value?.string, padded.count > 4, padded[0] == 0x30 else {
      throw SignatureFault.message
    }
    var length = Int(padded[1])
    var head = 2
    if length >= 0x80 {
      head += length & 0x7f
      guard 3...5 ~= head, padded.count > head else { throw SignatureFault.message }
      length = padded[2..<head].reduce(0) { $0 << 8 | Int($1) }
    }
    guard length <= padded.count - head, padded[(head + length)...].allSatisfy({ $0 == 0 })
    else { throw SignatureFault.gap }
    return Array(padded[..<(head + length)])
  }
}
