import Diagnostics

/// What is said of certificate numbers and serials.
extension Wording {
  static let countsFromOne = Message(
    "number.from-one", en: "running numbers are counted from 1", zh: "流水号从 1 开始")

  static func prefixCapacity(_ prefix: String, _ capacity: Int) -> Message {
    Message(
      "number.prefix-capacity",
      en: "prefix \(prefix) leaves only \(capacity) numbers of each kind and year",
      zh: "使用前缀 \(prefix) 后，每类证书每年仅有 \(capacity) 个编号")
  }

  static func numbersUsed(_ counter: NumberCounter, _ capacity: Int) -> Message {
    let (prefix, year) = (counter.prefix, counter.year)
    if prefix.isEmpty {
      return Message(
        "number.used", en: "all \(capacity) numbers of \(year) are used",
        zh: "\(year) 年的 \(capacity) 个编号已用完")
    }
    return Message(
      "number.prefix-used", en: "prefix \(prefix) has used its \(capacity) numbers of \(year)",
      zh: "前缀 \(prefix) 在 \(year) 年的 \(capacity) 个编号已用完")
  }

  static let shorterPrefix = Message(
    "number.shorter-prefix", en: "choose a shorter prefix, or another one",
    zh: "请改用更短的前缀，或另选前缀")

  static func noLetters(_ form: String, profile: String) -> Message {
    Message(
      "number.no-letters",
      en: "form \(form) has no confirmed letters in number profile '\(profile)'",
      zh: "编号规则“\(profile)”中没有 \(form) 类证书的字母")
  }

  static func holderShape(_ holder: String, _ width: Int) -> Message {
    Message(
      "number.holder", en: "'\(holder)' is no enterprise code of \(width) letters and digits",
      zh: "“\(holder)”不是 \(width) 位字母数字的企业代码")
  }

  static func noPrefix(_ profile: String) -> Message {
    Message(
      "number.no-prefix", en: "numbers of profile '\(profile)' take no prefix",
      zh: "“\(profile)”编号不可使用前缀")
  }

  static func prefixShape(_ prefix: String, _ longest: Int) -> Message {
    Message(
      "number.prefix", en: "'\(prefix)' is no prefix of 1 to \(longest) letters and digits",
      zh: "“\(prefix)”不是 1 至 \(longest) 位字母数字的前缀")
  }

  static func prefixCollides(_ prefix: String, _ other: String) -> Message {
    let name = other.isEmpty ? "no prefix" : "prefix \(other)"
    return Message(
      "number.prefix-collides", en: "prefix \(prefix) would make the same numbers as \(name)",
      zh: "前缀 \(prefix) 会与\(other.isEmpty ? "无前缀" : "前缀 \(other) ")产生相同的编号")
  }

  static let letterAtEnd = Message(
    "number.letter-at-end", en: "choose a prefix that ends in another letter", zh: "请另选以字母结尾的前缀")

  static func numberHolder(_ found: String, wanted: String) -> Message {
    Message(
      "number.other-holder", en: "the number belongs to \(found), not to \(wanted)",
      zh: "编号属于 \(found)，而非 \(wanted)")
  }

  static func numberYear(_ year: Int, _ day: CalendarDate) -> Message {
    let digits = Counting.padded(year, digits: 2)
    return Message(
      "number.year", en: "the number is of year \(digits), the certificate of \(day)",
      zh: "编号年份为 \(digits)，证书日期为 \(day)")
  }

  static func serialPattern(_ text: String) -> Message {
    Message(
      "policy.serial-pattern", en: "'\(text)' is not a serial's pattern", zh: "“\(text)”不是有效的打印号格式")
  }

  static func serialsUsed(_ profile: String, _ capacity: Int) -> Message {
    Message(
      "number.serials-used", en: "all \(capacity) serials of profile '\(profile)' are used",
      zh: "“\(profile)”的 \(capacity) 个打印号已用完")
  }

  static func serial(_ text: String, pattern: String) -> Message {
    Message(
      "number.serial", en: "'\(text)' has not the form \(pattern)",
      zh: "打印号“\(text)”不符合格式 \(pattern)")
  }
}
