/// Counts the pages of a document without drawing it.
package enum PageCount {
  /// The number of pages.
  ///
  /// - Parameters:
  ///   - document: the document's bytes.
  ///   - format: its MIME type.
  /// - Returns: `nil` when the document is not of that type or its pages cannot be found, as in
  ///   a PDF whose page objects are all compressed.
  package static func pages(_ document: [UInt8], _ format: String) -> Int? {
    switch format {
    case "application/pdf": document.starts(with: "%PDF-".utf8) ? pdf(document) : nil
    case "image/pwg-raster": PWGRaster.pages(document)
    case rawFormat: EscpForms.count(document).whole
    default: nil
    }
  }

  /// The type of what came over a raw connection.
  static let rawFormat = "application/vnd.cups-raw"

  private static let object = Array(" obj".utf8)
  private static let type = Array("/Type".utf8)
  private static let page = Array("/Page".utf8)
  private static let count = Array("/Count".utf8)

  /// Page objects by their numbers, so that a later revision of a page counts once; the page
  /// tree's largest count where no page object is in the open.
  private static func pdf(_ document: [UInt8]) -> Int? {
    var current = 0
    var objects: Set<Int> = []
    var largest = 0
    for index in document.indices {
      switch document[index] {
      case UInt8(ascii: " ") where has(object, document, index):
        current = number(endingBefore: index, document) ?? current
      case UInt8(ascii: "/") where has(type, document, index):
        if isPage(document, index + type.count) { objects.insert(current) }
      case UInt8(ascii: "/") where has(count, document, index):
        largest = max(largest, digits(document, skipped(document, index + count.count)))
      default: break
      }
    }
    let pages = objects.isEmpty ? largest : objects.count
    return pages > 0 ? pages : nil
  }

  private static func has(_ word: [UInt8], _ document: [UInt8], _ index: Int) -> Bool {
    index + word.count <= document.count
      && word.indices.allSatisfy { document[index + $0] == word[$0] }
  }

  /// Whether `/Page` stands there, and not `/Pages` or another longer name.
  private static func isPage(_ document: [UInt8], _ index: Int) -> Bool {
    let start = skipped(document, index)
    guard has(page, document, start) else { return false }
    let end = start + page.count
    guard end < document.count else { return true }
    return !isLetter(document[end]) && !isDigit(document[end])
  }

  private static func skipped(_ document: [UInt8], _ index: Int) -> Int {
    document[min(index, document.count)...].firstIndex { $0 != 32 && !(9...13).contains($0) }
      ?? document.count
  }

  private static func digits(_ document: [UInt8], _ index: Int) -> Int {
    document[index...].prefix(7).prefix(while: isDigit).reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The object number of `12 0 obj`, given where ` obj` begins.
  private static func number(endingBefore index: Int, _ document: [UInt8]) -> Int? {
    let generation = document[..<index].suffix(5).reversed().prefix(while: isDigit).count
    let space = index - generation - 1
    guard generation > 0, space > 0, document[space] == UInt8(ascii: " ") else { return nil }
    let width = document[..<space].suffix(10).reversed().prefix(while: isDigit).count
    guard width > 0 else { return nil }
    return document[space - width..<space].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
