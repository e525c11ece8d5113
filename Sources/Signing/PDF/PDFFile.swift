/// A PDF file as far as signing needs it: its tables, objects and pages.
///
/// Reads classic tables only. Nothing is mended: what is not as it should be is a fault.
struct PDFFile {
  /// A page with what it has from its parents.
  struct Page {
    let reference: PDFReference
    let dictionary: PDFDictionary
    /// Left, bottom, right and top in points.
    let mediaBox: [Double]
  }

  private static let maximumTables = 64
  private static let maximumPages = 5_000

  let bytes: [UInt8]
  /// The newest first.
  let tables: [PDFTable]

  init(_ bytes: [UInt8]) throws(PDFFault) {
    self.bytes = bytes
    guard bytes.starts(with: "%PDF-".utf8) else { throw PDFFault.noTable }
    var tables: [PDFTable] = []
    var next: Int? = try Self.lastTable(bytes)
    while let start = next {
      guard tables.count < Self.maximumTables, !tables.contains(where: { $0.start == start })
      else { throw PDFFault.noTable }
      let table = try PDFTable(bytes, at: start)
      tables.append(table)
      next = table.trailer["Prev"]?.integer
    }
    self.tables = tables
  }

  /// The newest trailer.
  var trailer: PDFDictionary { tables[0].trailer }

  /// One more than the largest number of an object.
  var size: Int { tables.map { $0.trailer["Size"]?.integer ?? 0 }.max() ?? 0 }

  /// The catalog's own object.
  var root: PDFReference {
    get throws(PDFFault) {
      guard let root = trailer["Root"]?.reference else { throw PDFFault.noTable }
      return root
    }
  }

  /// The catalog.
  var catalog: PDFDictionary {
    get throws(PDFFault) { try dictionary(try root) }
  }

  // MARK: Objects

  /// Where an object's text begins.
  func offset(of reference: PDFReference) throws(PDFFault) -> Int {
    for table in tables {
      guard let entry = table.offsets[reference.number] else { continue }
      guard let offset = entry else { break }
      return offset
    }
    throw PDFFault.noObject(reference.number)
  }

  /// A scanner that stands behind an object's head.
  func scanner(at reference: PDFReference) throws(PDFFault) -> PDFScanner {
    let offset = try offset(of: reference)
    guard offset < bytes.count else { throw PDFFault.noObject(reference.number) }
    var scanner = PDFScanner(bytes, at: offset)
    guard try scanner.integer() == reference.number,
      try scanner.integer() == reference.generation, scanner.take("obj")
    else { throw PDFFault.noObject(reference.number) }
    return scanner
  }

  func object(_ reference: PDFReference) throws(PDFFault) -> PDFValue {
    var scanner = try scanner(at: reference)
    return try scanner.value()
  }

  func dictionary(_ reference: PDFReference) throws(PDFFault) -> PDFDictionary {
    guard let found = try object(reference).dictionary
    else { throw PDFFault.noObject(reference.number) }
    return found
  }

  /// The value itself, or what it refers to.
  func resolved(_ value: PDFValue?) throws(PDFFault) -> PDFValue? {
    guard let reference = value?.reference else { return value }
    return try object(reference)
  }

  /// The bytes of a stream that has no filter and states its length itself.
  func stream(_ reference: PDFReference) throws(PDFFault) -> [UInt8] {
    var scanner = try scanner(at: reference)
    guard let dictionary = try scanner.value().dictionary,
      let length = dictionary["Length"]?.integer, dictionary["Filter"] == nil,
      scanner.take("stream")
    else { throw PDFFault.noObject(reference.number) }
    let start = scanner.position + 1
    guard length >= 0, start < bytes.count, length <= bytes.count - start
    else { throw PDFFault.noObject(reference.number) }
    return Array(bytes[start..<start + length])
  }

  // MARK: Pages

  /// All pages in order.
  func pages() throws(PDFFault) -> [Page] {
    guard let top = try catalog["Pages"]?.reference else { throw PDFFault.noPages }
    var found: [Page] = []
    var seen: Set<PDFReference> = []
    try collect(top, box: nil, &found, &seen)
    guard !found.isEmpty else { throw PDFFault.noPages }
    return found
  }

  private func collect(
    _ reference: PDFReference, box: [Double]?, _ found: inout [Page],
    _ seen: inout Set<PDFReference>, depth: Int = 0
  ) throws(PDFFault) {
    guard seen.insert(reference).inserted, seen.count < Self.maximumPages, depth < 40
    else { throw PDFFault.noPages }
    let node = try dictionary(reference)
    let own = try resolved(node["MediaBox"])?.array?.compactMap(\.number)
    let box = own ?? box
    guard let kids = try resolved(node["Kids"])?.array else {
      guard let box, box.count == 4 else { throw PDFFault.noPages }
      found.append(Page(reference: reference, dictionary: node, mediaBox: box))
      return
    }
    for kid in kids {
      guard let kid = kid.reference else { throw PDFFault.noPages }
      try collect(kid, box: box, &found, &seen, depth: depth + 1)
    }
  }

  // MARK: The end of the file

  /// The offset behind the last `startxref`; nothing but an end of line may follow `%%EOF`.
  private static func lastTable(_ bytes: [UInt8]) throws(PDFFault) -> Int {
    let mark = Array("startxref".utf8)
    let from = max(0, bytes.count - 1_024)
    let found = (from..<max(from, bytes.count - mark.count)).last { index in
      bytes[index] == mark[0] && bytes[index..<index + mark.count].elementsEqual(mark)
    }
    guard let found else { throw PDFFault.noTable }
    var scanner = PDFScanner(bytes, at: found)
    _ = scanner.take("startxref")
    let start = try scanner.integer()
    let tail = bytes[scanner.position...].filter { !PDFScanner.isSpace($0) }
    guard tail.elementsEqual("%%EOF".utf8) else { throw PDFFault.noTable }
    return start
  }
}
