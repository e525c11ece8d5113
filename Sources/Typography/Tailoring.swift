/// The rules of this trade on top of UAX 14.
enum Tailoring {
  /// Takes out opportunities inside quantities and codes and at punctuation that must not begin or
  /// end a line, and adds those beside Chinese quotes.
  ///
  /// - Parameters:
  ///   - found: ICU's opportunities as UTF-8 offsets, rising.
  ///   - text: the paragraph.
  /// - Returns: offsets between characters, rising; the last one is the end of the text.
  static func apply(to found: [Int], text: String) -> [Int] {
    var found = found[...]
    var result: [Int] = []
    var offset = 0
    var previous: Character?
    for index in text.indices {
      let character = text[index]
      if let previous {
        while let next = found.first, next < offset { found.removeFirst() }
        let isFound = found.first == offset
        let isWanted =
          isFound
          ? !(previous == " " && isGlued(text, at: index))
            && !(isJoint(previous) && isInsideCode(text, at: index))
          : isBesideChineseQuote(previous, character)
        if isWanted && !isForbidden(between: previous, and: character) { result.append(offset) }
      }
      previous = character
      offset += character.utf8.count
    }
    return result + [offset]
  }

  /// Spaces and tabs that hang at a line's end.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{3000}"
  }

  /// Whether a line may not be broken here: closing marks do not begin a line, opening ones do not
  /// end it, dashes and ellipses of two parts stay whole (GB/T 15834-2011, 5.1).
  static func isForbidden(between left: Character, and right: Character) -> Bool {
    guard let last = left.unicodeScalars.first, let next = right.unicodeScalars.first else {
      return false
    }
    if last == next && (last == "—" || last == "…") { return true }
    return isClosing(next) || isOpening(last)
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ".", ";", ":", "?", "!", ")", "]", "}", "%", "’", "”", "‰", "℃", "·": true
    case "，", "。", "、", "；", "：", "？", "！", "～", "）", "》", "〉", "」", "』", "】", "〕", "〗",
      "］", "｝":
      true
    default: false
    }
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "{", "$", "¥", "￥", "“", "‘", "（", "《", "〈", "「", "『", "【", "〔", "〖", "［", "｛":
      true
    default: false
    }
  }

  /// Units that stay with their number when one space stands between.
  private static let units: Set<String> = [
    "KG", "KGS", "G", "MT", "MTS", "T", "TON", "TONS", "LB", "LBS", "PC", "PCS", "SET", "SETS",
    "CTN", "CTNS", "PKG", "PKGS", "BAG", "BAGS", "BOX", "BOXES", "CASE", "CASES", "ROLL", "ROLLS",
    "DRUM", "DRUMS", "PLT", "PLTS", "PALLET", "PALLETS", "CARTON", "CARTONS", "PACKAGE",
    "PACKAGES", "PIECE", "PIECES", "PAIR", "PAIRS", "DOZ", "DOZEN", "UNIT", "UNITS", "M", "MM",
    "CM", "M2", "M3", "CBM", "SQM", "L", "ML", "GP", "HQ", "FCL", "LCL",
  ]

  /// Words that stay with the number after them when one space stands between.
  private static let labels: Set<String> = [
    "HS", "H.S.", "CODE", "CODE:", "NO", "NO.", "NO:", "NO.:", "NOS.", "USD", "EUR", "RMB", "CNY",
    "GBP", "JPY", "US$",
  ]
  private static let longestWord = 9

  /// Whether the single space before a place ties a number to its unit or its label.
  private static func isGlued(_ text: String, at index: String.Index) -> Bool {
    let utf8 = text.utf8
    let left = utf8[..<utf8.index(before: index)].reversed().prefix(longestWord)
      .prefix { $0 != 0x20 }.reversed()
    let right = utf8[index...].prefix(longestWord).prefix { $0 != 0x20 }
    guard let last = left.last, let first = right.first else { return false }
    if isDigit(first), labels.contains(String(decoding: left, as: UTF8.self).uppercased()) {
      return true
    }
    guard isDigit(last) else { return false }
    let unit = String(decoding: right, as: UTF8.self).uppercased()
    return units.contains(String(unit.prefix { !",.;)".contains($0) }))
  }

  /// Whether a character joins the parts of a code such as `SX-2026/0042`.
  static func isJoint(_ character: Character) -> Bool { character == "-" || character == "/" }

  /// Whether the letters, digits and joints on both sides of a place have a digit among them.
  private static func isInsideCode(_ text: String, at index: String.Index) -> Bool {
    let left = text.utf8[..<index].reversed().prefix(longestCode).prefix(while: isOfCode)
    let right = text.utf8[index...].prefix(longestCode).prefix(while: isOfCode)
    return !right.isEmpty && (left.contains(where: isDigit) || right.contains(where: isDigit))
  }

  private static let longestCode = 32

  private static func isOfCode(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
      true
    default: isDigit(byte)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// ICU 72 never breaks beside quotes; between Chinese characters one may.
  private static func isBesideChineseQuote(_ left: Character, _ right: Character) -> Bool {
    if right == "“" || right == "‘" { return isChinese(left) }
    if left == "”" || left == "’" { return isChinese(right) }
    return false
  }

  private static func isChinese(_ character: Character) -> Bool {
    character.unicodeScalars.contains { scalar in
      scalar.properties.isIdeographic || (0x3000...0x303f).contains(scalar.value)
        || (0xff00...0xff60).contains(scalar.value)
    }
  }
}
