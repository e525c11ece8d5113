import Measures

/// A PDF file that may be signed: classic tables, not encrypted, no form, script, annotation or
/// earlier signature.
package struct PDFRevision: Sendable {
  /// What may act or change what is seen, or make the file's meaning depend on its reader.
  private static let activeInCatalog = ["OpenAction", "AA", "OCProperties", "Collection", "Names"]
  private static let activeOnPage = ["Annots", "AA"]

  let file: PDFFile
  let pages: [PDFFile.Page]

  /// Reads the bytes of a file; throws ``SigningError`` of code `file` and says what is in the way.
  package init(_ bytes: [UInt8]) throws(SigningError) {
    do { self = try Self(reading: bytes) } catch { throw error.error }
  }

  private init(reading bytes: [UInt8]) throws(PDFFault) {
    file = try PDFFile(bytes)
    guard !file.tables.contains(where: { $0.trailer["Encrypt"] != nil })
    else { throw PDFFault.encrypted }
    let catalog = try file.catalog
    guard catalog["AcroForm"] == nil, catalog["Perms"] == nil, catalog["DSS"] == nil
    else { throw PDFFault.signed }
    pages = try file.pages()
    try Self.refuse(Self.activeInCatalog, in: catalog)
    for page in pages { try Self.refuse(Self.activeOnPage, in: page.dictionary) }
  }

  private static func refuse(
    _ keys: [String], in dictionary: PDFDictionary
  ) throws(PDFFault) {
    if let key = keys.first(where: { dictionary[$0] != nil }) { throw PDFFault.active(key) }
  }

  // MARK: Preparing

  /// The file with all of a signature but its bytes, for which it leaves `room`.
  func prepared(
    _ request: SignatureRequest, signer: String, room: Int
  ) throws(PDFFault) -> PreparedFile {
    let number = request.place?.page ?? 0
    guard pages.indices.contains(number) else { throw PDFFault.noSuchPage(number) }
    let page = pages[number]
    var update = PDFUpdate(file)
    let signature = update.reserve()
    let widget = update.reserve()
    let look = update.reserve()
    let body = SignatureDictionary(request: request, signer: signer, room: room)
    update.set(signature, body: body.bytes)
    let frame = Self.frame(request.place, on: page)
    update.set(
      widget, .dictionary(Self.widget(frame, of: signature, look: look, on: page.reference)))
    update.set(look, body: Self.emptyLook(frame))
    var changed = page.dictionary
    changed["Annots"] = .array([.reference(widget)])
    update.set(page.reference, .dictionary(changed))
    update.set(try file.root, .dictionary(Self.catalog(try file.catalog, signature, widget)))
    let (bytes, bodies) = try update.file()
    guard let range = bodies[signature] else { throw PDFFault.noObject(signature.number) }
    return PreparedFile(bytes, contents: body.contents(from: range.lowerBound))
  }

  /// The frame in points from the lower left, as PDF counts; nothing for an invisible signature.
  private static func frame(
    _ place: SignatureRequest.Place?, on page: PDFFile.Page
  ) -> [Double] {
    guard let frame = place?.frame else { return [0, 0, 0, 0] }
    let (left, top) = (page.mediaBox[0], page.mediaBox[3])
    return [
      left + frame.left.pt, top - frame.bottom.pt, left + frame.right.pt, top - frame.top.pt,
    ]
  }

  /// The signature field, which is its own widget (12.7.4.5); printed, and locked.
  private static func widget(
    _ frame: [Double], of signature: PDFReference, look: PDFReference, on page: PDFReference
  ) -> PDFDictionary {
    PDFDictionary([
      "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name("Sig"),
      "T": .text("Seal"), "F": .integer(132), "P": .reference(page),
      "Rect": .array(frame.map(hundredths)), "V": .reference(signature),
      "AP": .dictionary(PDFDictionary(["N": .reference(look)])),
    ])
  }

  /// An appearance that draws nothing: the seal is on the page itself.
  private static func emptyLook(_ frame: [Double]) -> [UInt8] {
    let box: [PDFValue] = [
      .integer(0), .integer(0), hundredths(frame[2] - frame[0]), hundredths(frame[3] - frame[1]),
    ]
    let dictionary = PDFDictionary([
      "Type": .name("XObject"), "Subtype": .name("Form"), "BBox": .array(box),
      "Resources": .dictionary(PDFDictionary()), "Length": .integer(0),
    ])
    return Array((dictionary.text + "\nstream\n\nendstream").utf8)
  }

  private static func catalog(
    _ catalog: PDFDictionary, _ signature: PDFReference, _ widget: PDFReference
  ) -> PDFDictionary {
    var changed = catalog
    // Signatures exist, and only appending is allowed (12.7.2, table 219).
    changed["AcroForm"] = .dictionary(
      PDFDictionary(["Fields": .array([.reference(widget)]), "SigFlags": .integer(3)]))
    changed["Perms"] = .dictionary(PDFDictionary(["DocMDP": .reference(signature)]))
    return changed
  }

  private static func hundredths(_ points: Double) -> PDFValue {
    let count = Int((points * 100).rounded())
    let digits = String(count.magnitude % 100)
    let rest = String(repeating: "0", count: 2 - digits.utf8.count) + digits
    return .real("\(count < 0 ? "-" : "")\(count.magnitude / 100).\(rest)")
  }
}
