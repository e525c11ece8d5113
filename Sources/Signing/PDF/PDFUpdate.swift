import Crypto

/// Objects that are appended to a file as one more revision (PDF 32000-1, 7.5.6).
struct PDFUpdate {
  private let base: PDFFile
  /// The text of each object between `obj` and `endobj`, in the order it is written.
  private var objects: [(reference: PDFReference, body: [UInt8])] = []
  private var size: Int

  init(_ base: PDFFile) {
    self.base = base
    size = base.size
  }

  /// A number for a new object.
  mutating func reserve() -> PDFReference {
    defer { size += 1 }
    return PDFReference(number: size, generation: 0)
  }

  /// Writes an object anew, or for the first time.
  mutating func set(_ reference: PDFReference, _ value: PDFValue) {
    set(reference, body: Array(value.text.utf8))
  }

  /// Writes an object from its text.
  mutating func set(_ reference: PDFReference, body: [UInt8]) {
    objects.append((reference, body))
  }

  /// Adds a stream without a filter.
  mutating func addStream(_ bytes: [UInt8]) -> PDFReference {
    let reference = reserve()
    let head = PDFDictionary(["Length": .integer(bytes.count)]).text + "\nstream\n"
    set(reference, body: Array(head.utf8) + bytes + Array("\nendstream".utf8))
    return reference
  }

  /// The whole file with the revision at its end, and where each body stands in it.
  func file() throws(PDFFault) -> (bytes: [UInt8], bodies: [PDFReference: Range<Int>]) {
    var bytes = base.bytes
    if bytes.last != 0x0a { bytes.append(0x0a) }
    var bodies: [PDFReference: Range<Int>] = [:]
    var offsets: [Int: (offset: Int, generation: Int)] = [:]
    for (reference, body) in objects {
      offsets[reference.number] = (bytes.count, reference.generation)
      bytes += "\(reference.number) \(reference.generation) obj\n".utf8
      bodies[reference] = bytes.count..<bytes.count + body.count
      bytes += body
      bytes += "\nendobj\n".utf8
    }
    try writeTable(offsets, to: &bytes)
    return (bytes, bodies)
  }

  private func writeTable(
    _ offsets: [Int: (offset: Int, generation: Int)], to bytes: inout [UInt8]
  ) throws(PDFFault) {
    var trailer = PDFDictionary(["Size": .integer(size), "Root": .reference(try base.root)])
    trailer["Info"] = base.trailer["Info"]
    trailer["Prev"] = .integer(base.tables[0].start)
    // The first part names the document, the second the revision (14.4).
    if let first = base.trailer["ID"]?.array?.first {
      let revision = Array(SHA256.hash(data: bytes[base.bytes.count...]).prefix(16))
      trailer["ID"] = .array([first, .string(revision)])
    }
    let start = bytes.count
    bytes += "xref\n".utf8
    for (number, entry) in offsets.sorted(by: { $0.key < $1.key }) {
      bytes += "\(number) 1\n\(Self.padded(entry.offset, 10)) ".utf8
      bytes += "\(Self.padded(entry.generation, 5)) n \n".utf8
    }
    bytes += "trailer\n\(trailer.text)\nstartxref\n\(start)\n%%EOF\n".utf8
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
