import Diagnostics

/// Reads the tokens of a JSON text and knows line and column.
struct JSONScanner {
  private let bytes: [UInt8]
  private var index = 0
  /// The present line, from 1.
  private(set) var line = 1
  private var lineStart = 0
  /// Bytes of the present line that continue a character.
  private var continuations = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The present column in characters (Unicode scalars), from 1.
  var column: Int { index - lineStart - continuations + 1 }
  var isAtEnd: Bool { index == bytes.count }
  /// The next byte.
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  func fault(_ message: Message) -> JSONFault {
    JSONFault(line: line, column: column, message: message)
  }

  mutating func advance() { index += 1 }

  /// Steps over the byte when it is the next one.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  /// Skips a UTF-8 byte order mark at the start of the text.
  mutating func skipMark() {
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    index = 3
    lineStart = 3
  }

  mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A:
        index += 1
        line += 1
        lineStart = index
        continuations = 0
      default: return
      }
    }
  }

  /// Steps over a literal name and gives back the place at which it began.
  mutating func word(_ word: StaticString, _ place: Place) throws(JSONFault) -> Place {
    let name = word.description
    guard bytes[index...].starts(with: name.utf8) else { throw fault(Wording.JSON.noValue) }
    index += name.utf8.count
    return place
  }

  /// The text of a number, RFC 8259 section 6.
  mutating func number() throws(JSONFault) -> String {
    let start = index
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if let next = peek, Self.isDigit(next) { throw fault(Wording.JSON.leadingZero) }
    if take(UInt8(ascii: ".")) { try digits() }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      index += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(JSONFault) {
    guard let first = peek, Self.isDigit(first) else { throw fault(Wording.JSON.noDigit) }
    while let next = peek, Self.isDigit(next) { index += 1 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The content of a text, RFC 8259 section 7; the next byte is its opening quote.
  mutating func text() throws(JSONFault) -> String {
    index += 1
    var parts: String?
    while true {
      let piece = try plainPiece()
      guard let next = peek else { throw fault(Wording.JSON.textGoesOn) }
      if next == UInt8(ascii: "\"") {
        index += 1
        return parts.map { $0 + piece } ?? piece
      }
      let escaped = try escape()
      parts = (parts ?? "") + piece
      parts?.unicodeScalars.append(escaped)
    }
  }

  /// The bytes up to the next quote or backslash.
  private mutating func plainPiece() throws(JSONFault) -> String {
    let start = index
    var continued = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      guard byte >= 0x20 else { throw fault(Wording.JSON.control) }
      if byte & 0xC0 == 0x80 { continued += 1 }
      index += 1
    }
    guard let text = String(validating: bytes[start..<index], as: UTF8.self) else {
      index = start
      throw fault(Wording.notUTF8)
    }
    continuations += continued
    return text
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    let start = self
    index += 1
    guard let letter = peek else { throw fault(Wording.JSON.textGoesOn) }
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try codePoint(from: start)
    default: throw start.fault(Wording.JSON.escape)
    }
  }

  /// The character of `\uXXXX` or of a surrogate pair; faults stand at the backslash.
  private mutating func codePoint(from start: JSONScanner) throws(JSONFault) -> Unicode.Scalar {
    let first = try hexUnit(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw start.fault(Wording.JSON.loneSurrogate)
    }
    let second = try hexUnit(from: start)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw start.fault(Wording.JSON.loneSurrogate) }
    return scalar
  }

  private mutating func hexUnit(from start: JSONScanner) throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw start.fault(Wording.JSON.escape)
      }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }
}
