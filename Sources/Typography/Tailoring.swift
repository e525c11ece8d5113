/// The rules of this trade on top of UAX 14.
enum Tailoring {
  /// Takes out opportunities inside quantities and codes, and adds those beside Chinese quotes.
  ///
  /// - Parameters:
  ///   - found: ICU's opportunities as UTF-8 offsets; those inside a character are dropped.
  ///   - characters: the text.
  ///   - offsets: the UTF-8 offset of each character and of the end.
  static func apply(to found: [Int], characters: [Character], offsets: [Int]) -> [Int] {
    let found = Set(found)
    var result: [Int] = []
    for index in characters.indices.dropFirst() {
      let isWanted =
        found.contains(offsets[index])
        ? !isGlued(characters, at: index) : isBesideChineseQuote(characters, at: index)
      let isForbidden = isForbidden(between: characters[index - 1], and: characters[index])
      if isWanted && !isForbidden { result.append(offsets[index]) }
    }
    return result + [offsets[offsets.count - 1]]
  }

  /// Spaces and tabs that hang at a line's end.
  static func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\t" || character == "\u{3000}"
  }

  /// Whether a line may not be broken here: closing marks do not begin a line, opening ones do not
  /// end it (GB/T 15834-2011, 5.1).
  static func isForbidden(between left: Character, and right: Character) -> Bool {
    closing.contains(right) || opening.contains(left)
  }

  private static let closing: Set<Character> = Set("，。、；：？！…—～·）》〉」』】〕〗］｝”’%‰℃,.;:?!)]}")
  private static let opening: Set<Character> = Set("（《〈「『【〔〖［｛“‘([{¥￥$")

  /// Units that stay with their number when one space stands between.
  private static let units: Set<String> = [
    "KG", "KGS", "G", "MT", "MTS", "T", "TON", "TONS", "LB", "LBS", "PC", "PCS", "SET", "SETS",
    "CTN", "CTNS", "PKG", "PKGS", "BAG", "BAGS", "BOX", "BOXES", "CASE", "CASES", "ROLL", "ROLLS",
    "DRUM", "DRUMS", "PLT", "PLTS", "PALLET", "PALLETS", "CARTON", "CARTONS", "PACKAGE",
    "PACKAGES", "PIECE", "PIECES", "PAIR", "PAIRS", "DOZ", "DOZEN", "UNIT", "UNITS", "M", "MM",
    "CM", "M2", "M3", "CBM", "SQM", "L", "ML", "GP", "HQ", "FCL", "LCL", "%",
  ]

  /// Words that stay with the number after them when one space stands between.
  private static let prefixes: Set<String> = [
    "HS", "H.S.", "NO", "NO.", "NOS.", "USD", "EUR", "RMB", "CNY", "GBP", "JPY", "US$", "¥", "NO:",
    "NO.:", "CODE", "CODE:",
  ]

  /// Whether the single space before this place ties a number to its unit or its label.
  private static func isGlued(_ characters: [Character], at index: Int) -> Bool {
    guard index >= 2, characters[index - 1] == " ", !isSpace(characters[index - 2]),
      !isSpace(characters[index])
    else { return false }
    let left = word(characters[..<(index - 1)].reversed().prefix(9), reversed: true)
    let right = word(characters[index...].prefix(9), reversed: false)
    let leftIsNumber = left.last?.isASCIIDigit == true
    let rightIsNumber = right.first?.isASCIIDigit == true
    if rightIsNumber && prefixes.contains(left.uppercased()) { return true }
    let unit = right.uppercased().trimmingSuffix { ",.;)".contains($0) }
    return leftIsNumber && units.contains(unit)
  }

  /// The characters up to the next space.
  private static func word(_ characters: some Sequence<Character>, reversed: Bool) -> String {
    let word = characters.prefix { !isSpace($0) }
    return reversed ? String(word.reversed()) : String(word)
  }

  /// UAX 14 of ICU 72 never breaks beside quotes; between Chinese characters one may.
  private static func isBesideChineseQuote(_ characters: [Character], at index: Int) -> Bool {
    let left = characters[index - 1]
    let right = characters[index]
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

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension String {
  fileprivate func trimmingSuffix(while drop: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, drop(last) { text.removeLast() }
    return text
  }
}
