/// Texts of all kinds that certificates hold, and of some that they should not.
enum RandomText {
  private static let words = [
    "NINGBO", "Co.,", "Ltd.", "20'GP", "1,234.50", "KGS", "HS", "8714.96", "(中国)", "，", "。", "“宁波”",
    "有限公司", "—", "……", "é", "e\u{301}", "𠮷", "☐", "a-b/c", "\u{200b}", "\u{a0}", "e\u{323}\u{301}",
    "PNEUMONOULTRAMICROSCOPICSILICOVOLCANOCONIOSIS", "１２３", "“x”", "℃", "¥100", "한글", "\u{ad}",
  ]
  private static let gaps = [" ", "", "  ", "\n", "\t", "\r\n", "\u{3000}", "", " ", "\n\n"]

  static func make(using random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...25, using: &random) {
      text += words.randomElement(using: &random) ?? ""
      text += gaps.randomElement(using: &random) ?? ""
    }
    return text
  }
}

/// SplitMix64: the same numbers from the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
