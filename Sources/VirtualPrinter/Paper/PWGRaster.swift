/// Walks over the pages of PWG raster (PWG 5102.4 section 4) without keeping their dots.
enum PWGRaster {
  private static let headerLength = 1796

  /// The number of pages; `nil` unless every page is there to its last line.
  static func pages(_ document: [UInt8]) -> Int? {
    guard document.starts(with: "RaS2".utf8) else { return nil }
    var offset = 4
    var pages = 0
    while offset < document.count {
      guard let end = endOfPage(document, offset) else { return nil }
      offset = end
      pages += 1
    }
    return pages > 0 ? pages : nil
  }

  private static func endOfPage(_ document: [UInt8], _ start: Int) -> Int? {
    guard document.count - start >= headerLength else { return nil }
    let height = word(document, start + 376)
    let unit = max(1, word(document, start + 388) / 8)
    let lineLength = word(document, start + 392)
    guard height > 0, height <= 1 << 20, lineLength > 0, lineLength <= 1 << 24, unit <= 32 else {
      return nil
    }
    var offset = start + headerLength
    var lines = 0
    while lines < height {
      guard offset < document.count else { return nil }
      lines += Int(document[offset]) + 1
      guard let end = endOfLine(document, offset + 1, unit, lineLength) else { return nil }
      offset = end
    }
    return offset
  }

  /// Runs of 1 to 128 equal dots, or 2 to 128 different ones, until the line is full.
  private static func endOfLine(
    _ document: [UInt8], _ start: Int, _ unit: Int, _ lineLength: Int
  ) -> Int? {
    var offset = start
    var filled = 0
    while filled < lineLength {
      guard offset < document.count else { return nil }
      let code = Int(document[offset])
      if code == 128 { return offset + 1 }
      let dots = code < 128 ? code + 1 : 257 - code
      filled += dots * unit
      offset += 1 + (code < 128 ? unit : dots * unit)
    }
    return offset <= document.count ? offset : nil
  }

  private static func word(_ document: [UInt8], _ offset: Int) -> Int {
    document[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
