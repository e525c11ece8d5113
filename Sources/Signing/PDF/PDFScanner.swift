/// Reads the tokens and values of a PDF file one after the other (PDF 32000-1, 7.2 and 7.3).
struct PDFScanner {
  private static let maximumDepth = 40

  private let bytes: [UInt8]
  private let end: Int
  /// Where the next token begins, or the white space before it.
  private(set) var position: Int
  /// Where the values of the last dictionary read stand, by key.
  private(set) var places: [String: Range<Int>] = [:]

  init(_ bytes: [UInt8], at position: Int) {
    self.bytes = bytes
    self.position = max(0, position)
    end = bytes.count
  }

  // MARK: Values

  /// The next value; throws ``PDFFault`` where there is none.
  mutating func value(depth: Int = 0) throws(PDFFault) -> PDFValue {
    guard depth < Self.maximumDepth else { throw PDFFault.tooDeep }
    skipSpace()
    switch peek() {
    case UInt8(ascii: "/"): return .name(try name())
    case UInt8(ascii: "("): return .string(try literalString())
    case UInt8(ascii: "["): return .array(try array(depth))
    case UInt8(ascii: "<"):
      if peek(1) == UInt8(ascii: "<") { return .dictionary(try dictionary(depth)) }
      return .string(try hexadecimalString())
    default: return try numberOrWord()
    }
  }

  /// A whole number that stands alone.
  mutating func integer() throws(PDFFault) -> Int {
    skipSpace()
    guard let value = Int(word()), value >= 0 else { throw PDFFault.syntax(position) }
    return value
  }

  /// Whether this word comes next; passes it when it does.
  mutating func take(_ expected: String) -> Bool {
    let start = position
    skipSpace()
    if word() == expected { return true }
    position = start
    return false
  }

  private mutating func numberOrWord() throws(PDFFault) -> PDFValue {
    let start = position
    let text = word()
    switch text {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    default: break
    }
    guard let number = Int(text) else {
      guard text.contains("."), text.utf8.allSatisfy({ "+-.0123456789".utf8.contains($0) }),
        Double(text) != nil
      else { throw PDFFault.syntax(start) }
      return .real(text)
    }
    let after = position
    skipSpace()
    if number >= 0, let generation = Int(word()), generation >= 0, take("R") {
      return .reference(PDFReference(number: number, generation: generation))
    }
    position = after
    return .integer(number)
  }

  private mutating func array(_ depth: Int) throws(PDFFault) -> [PDFValue] {
    position += 1
    var values: [PDFValue] = []
    while true {
      skipSpace()
      guard let next = peek() else { throw PDFFault.syntax(position) }
      if next == UInt8(ascii: "]") { break }
      values.append(try value(depth: depth + 1))
    }
    position += 1
    return values
  }

  private mutating func dictionary(_ depth: Int) throws(PDFFault) -> PDFDictionary {
    position += 2
    var result = PDFDictionary()
    var found: [String: Range<Int>] = [:]
    while true {
      skipSpace()
      if peek() == UInt8(ascii: ">"), peek(1) == UInt8(ascii: ">") { break }
      let key = try name()
      // Readers differ about which of two equal keys counts.
      guard result[key] == nil else { throw PDFFault.twice(key) }
      skipSpace()
      let start = position
      result[key] = try value(depth: depth + 1)
      found[key] = start..<position
    }
    position += 2
    places = found
    return result
  }

  // MARK: Tokens

  private mutating func name() throws(PDFFault) -> String {
    guard peek() == UInt8(ascii: "/") else { throw PDFFault.syntax(position) }
    position += 1
    var result: [UInt8] = []
    while let byte = peek(), !Self.isSpace(byte), !Self.isDelimiter(byte) {
      position += 1
      guard byte == UInt8(ascii: "#") else {
        result.append(byte)
        continue
      }
      guard let high = peek().flatMap(Hexadecimal.value),
        let low = peek(1).flatMap(Hexadecimal.value)
      else { throw PDFFault.syntax(position) }
      result.append(high << 4 | low)
      position += 2
    }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func hexadecimalString() throws(PDFFault) -> [UInt8] {
    position += 1
    var result: [UInt8] = []
    var half: UInt8?
    while let byte = peek(), byte != UInt8(ascii: ">") {
      position += 1
      if Self.isSpace(byte) { continue }
      guard let digit = Hexadecimal.value(byte) else { throw PDFFault.syntax(position) }
      if let high = half {
        result.append(high << 4 | digit)
        half = nil
      } else {
        half = digit
      }
    }
    guard peek() != nil else { throw PDFFault.syntax(position) }
    position += 1
    if let half { result.append(half << 4) }
    return result
  }

  /// A string in brackets; what follows a backslash is kept as it is, for we only compare.
  private mutating func literalString() throws(PDFFault) -> [UInt8] {
    position += 1
    var result: [UInt8] = []
    var open = 1
    while let byte = peek() {
      position += 1
      if byte == UInt8(ascii: "\\"), let next = peek() {
        result += [byte, next]
        position += 1
        continue
      }
      if byte == UInt8(ascii: "(") { open += 1 }
      if byte == UInt8(ascii: ")") { open -= 1 }
      if open == 0 { return result }
      result.append(byte)
    }
    throw PDFFault.syntax(position)
  }

  private mutating func word() -> String {
    let start = position
    while let byte = peek(), !Self.isSpace(byte), !Self.isDelimiter(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while let byte = peek() {
      if Self.isSpace(byte) {
        position += 1
      } else if byte == UInt8(ascii: "%") {
        while let next = peek(), next != 0x0a, next != 0x0d { position += 1 }
      } else {
        return
      }
    }
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < end ? bytes[position + ahead] : nil
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 0x09, 0x0a, 0x0c, 0x0d, 0x20: true
    default: false
    }
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }
}
