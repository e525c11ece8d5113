/// One table of objects of a file with its trailer (PDF 32000-1, 7.5.4 and 7.5.5).
struct PDFTable {
  /// Where objects stand by number; `nil` for a free one.
  private(set) var offsets: [Int: Int?] = [:]
  let trailer: PDFDictionary
  /// Where the word `xref` stands.
  let start: Int

  init(_ bytes: [UInt8], at start: Int) throws(PDFFault) {
    self.start = start
    guard start >= 0, start < bytes.count else { throw PDFFault.noTable }
    var scanner = PDFScanner(bytes, at: start)
    guard scanner.take("xref") else { throw PDFFault.tableStream }
    var offsets: [Int: Int?] = [:]
    while !scanner.take("trailer") {
      let first = try scanner.integer()
      let count = try scanner.integer()
      // An entry takes twenty bytes.
      guard count <= bytes.count / 18, first <= bytes.count else { throw PDFFault.noTable }
      for number in first..<first + count {
        let offset = try scanner.integer()
        _ = try scanner.integer()
        if scanner.take("n") {
          offsets[number] = .some(offset)
        } else if scanner.take("f") {
          offsets[number] = .some(nil)
        } else {
          throw PDFFault.syntax(scanner.position)
        }
      }
    }
    guard let trailer = try scanner.value().dictionary else { throw PDFFault.noTable }
    guard trailer["XRefStm"] == nil else { throw PDFFault.tableStream }
    self.trailer = trailer
    self.offsets = offsets
  }
}
