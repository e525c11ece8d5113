import Crypto
import DisplayList

/// Puts a finished file together: Cairo's objects, the grafts, and what Cairo cannot write.
///
/// libqpdf could write the last part, but not put grafts in; and it parses the whole file for it
/// (0.8 ms for a document of two pages), where moving the offsets of a known table costs nothing.
struct PDFAssembly {
  private let parts: PDFParts
  private let placeholders: PDFPlaceholders
  private var bytes: [UInt8] = []
  /// Object number to its offset; `nil` for an object left out.
  private var offsets: [Int?]

  init(_ parts: PDFParts, _ placeholders: PDFPlaceholders) {
    self.parts = parts
    self.placeholders = placeholders
    offsets = Array(repeating: nil, count: parts.size)
  }

  /// The file with its own information dictionary, catalog and identifier (PDF 32000-1, 14.3 ff.).
  static func file(
    _ parts: PDFParts, _ placeholders: PDFPlaceholders, document: PDFIdentity
  ) -> [UInt8] {
    var assembly = PDFAssembly(parts, placeholders)
    return assembly.write(document)
  }

  private mutating func write(_ document: PDFIdentity) -> [UInt8] {
    bytes.reserveCapacity(parts.bytes.count + 400_000)
    let firstObject = parts.ranges.values.map(\.lowerBound).min() ?? parts.end
    bytes += parts.bytes[..<firstObject]
    copyObjects()
    writeObject(parts.info, document.info)
    writeObject(
      parts.root, document.catalog(pages: parts.number(after: "/Pages ", ofObject: parts.root)))
    writeTable()
    return bytes
  }

  // MARK: Objects

  private mutating func copyObjects() {
    var grafted: [(number: Int, graft: PDFGraft)] = []
    var dropped: Set<Int> = [parts.info, parts.root]
    for number in parts.ranges.keys.sorted() {
      guard let graft = placeholders.graft(of: number, in: parts) else { continue }
      grafted.append((number, graft))
      dropped.insert(number)
      // Cairo writes the length of a stream as an object of its own.
      if let length = parts.number(after: "/Length ", ofObject: number) { dropped.insert(length) }
    }
    for (number, range) in parts.ranges.sorted(by: { $0.value.lowerBound < $1.value.lowerBound })
    where !dropped.contains(number) {
      offsets[number] = bytes.count
      bytes += parts.bytes[range]
    }
    for (number, graft) in grafted { write(graft, as: number) }
  }

  private mutating func write(_ graft: PDFGraft, as number: Int) {
    let base = offsets.count - 1
    offsets += Array(repeating: nil, count: graft.objects.count - 1)
    func target(_ index: Int) -> Int { index == 0 ? number : base + index }
    for (index, pieces) in graft.objects.enumerated() {
      offsets[target(index)] = bytes.count
      bytes += "\(target(index)) 0 obj\n".utf8
      for piece in pieces {
        switch piece {
        case .bytes(let run): bytes += run
        case .reference(let index): bytes += "\(target(index)) 0 R".utf8
        }
      }
    }
  }

  private mutating func writeObject(_ number: Int, _ dictionary: String) {
    offsets[number] = bytes.count
    bytes += "\(number) 0 obj\n\(dictionary)\nendobj\n".utf8
  }

  // MARK: The end of the file

  private mutating func writeTable() {
    let identifier = Self.hexadecimal(SHA256.hash(data: bytes).prefix(16))
    let start = bytes.count
    bytes += "xref\n0 \(offsets.count)\n0000000000 65535 f \n".utf8
    for offset in offsets.dropFirst() {
      bytes += (offset.map { Self.padded($0) + " 00000 n \n" } ?? "0000000000 65535 f \n").utf8
    }
    bytes +=
      """
      trailer
      << /Size \(offsets.count) /Root \(parts.root) 0 R /Info \(parts.info) 0 R \
      /ID [<\(identifier)> <\(identifier)>] >>
      startxref
      \(start)
      %%EOF

      """.utf8
  }

  private static func padded(_ offset: Int) -> String {
    let digits = String(offset)
    return String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

extension PDFParts {
  /// The number that follows `key` in an object.
  func number(after key: String, ofObject number: Int) -> Int? {
    ranges[number].flatMap {
      self.number(after: key, from: $0.lowerBound, to: $0.upperBound)
    }
  }
}
