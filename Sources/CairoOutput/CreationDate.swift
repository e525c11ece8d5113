/// When a document was made, as the caller says; the renderers never read the clock.
package struct CreationDate: Hashable, Sendable {
  /// `YYYYMMDDhhmmss` and the offset from UTC, as PDF 32000-1, 7.9.4 asks.
  let pdfText: String

  /// For documents that state no date: 2000-01-01T00:00:00Z, always the same.
  package static let unstated = CreationDate(pdfText: "D:20000101000000Z")

  private init(pdfText: String) { self.pdfText = pdfText }

  /// Reads ISO 8601 such as `2026-03-01T09:30:00+08:00` or `…Z`, seconds and offset required.
  package init(iso8601 text: String) throws(RenderingError) {
    guard let pdfText = Self.pdfText(Array(text.utf8)) else {
      throw RenderingError(.request, Wording.date(text))
    }
    self.pdfText = pdfText
  }

  private static func pdfText(_ bytes: [UInt8]) -> String? {
    guard bytes.count == 20 || bytes.count == 25 else { return nil }
    func number(_ range: Range<Int>, in limits: ClosedRange<Int>) -> String? {
      let digits = String(decoding: bytes[range], as: UTF8.self)
      guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(digits),
        limits.contains(value)
      else { return nil }
      return digits
    }
    let separators: [(Int, Character)] = [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")]
    guard separators.allSatisfy({ bytes[$0.0] == $0.1.asciiValue }),
      let year = number(0..<4, in: 1...9999), let month = number(5..<7, in: 1...12),
      let day = number(8..<10, in: 1...31), let hour = number(11..<13, in: 0...23),
      let minute = number(14..<16, in: 0...59), let second = number(17..<19, in: 0...59)
    else { return nil }
    let start = "D:" + year + month + day + hour + minute + second
    if bytes.count == 20 { return bytes[19] == 0x5a ? start + "Z" : nil }
    guard bytes[19] == 0x2b || bytes[19] == 0x2d, bytes[22] == 0x3a,
      let hours = number(20..<22, in: 0...23), let minutes = number(23..<25, in: 0...59)
    else { return nil }
    return start + (bytes[19] == 0x2b ? "+" : "-") + hours + "'" + minutes + "'"
  }
}
