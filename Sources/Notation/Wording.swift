import Diagnostics

/// All wording of this module.
enum Wording {
  /// Words for the kinds of value.
  enum Kind {
    static let null = Message("notation.null", en: "nothing", zh: "空值")
    static let bool = Message("notation.bool", en: "true or false", zh: "true 或 false")
    static let number = Message("notation.number", en: "a number", zh: "数字")
    static let text = Message("notation.text", en: "text", zh: "文字")
    static let list = Message("notation.list", en: "a list", zh: "列表")
    static let object = Message("notation.object", en: "an object", zh: "对象")
  }

  static func expected(_ wanted: Message, found: Message) -> Message {
    Message(
      "notation.wrong-type", en: "expected \(wanted.english), found \(found.english)",
      zh: "应为\(wanted.chinese)，实为\(found.chinese)")
  }

  static func missing(_ key: String) -> Message {
    Message("notation.missing", en: "'\(key)' is missing", zh: "缺少“\(key)”")
  }

  static func unknown(_ key: String) -> Message {
    Message("notation.unknown-field", en: "'\(key)' is not a known field", zh: "没有名为“\(key)”的字段")
  }

  static func notAChoice(_ text: String) -> Message {
    Message("notation.not-a-choice", en: "'\(text)' is not allowed here", zh: "此处不可为“\(text)”")
  }

  static func duplicate(_ key: String) -> Message {
    Message("notation.duplicate", en: "'\(key)' appears twice", zh: "“\(key)”出现了两次")
  }

  static func notANumber(_ text: String) -> Message {
    Message("notation.not-a-number", en: "'\(text)' is not a number", zh: "“\(text)”不是数字")
  }

  static func syntax(_ notation: String, _ detail: String) -> Message {
    Message(
      "notation.syntax", en: "this is not valid \(notation): \(detail)",
      zh: "不是有效的 \(notation)：\(detail)")
  }

  static let notUTF8 = Message(
    "notation.not-utf8", en: "the text is not UTF-8; save it as UTF-8",
    zh: "文字不是 UTF-8 编码，请另存为 UTF-8")

  static let tooDeep = Message(
    "notation.too-deep", en: "the values are nested too deeply", zh: "数据嵌套过深")

  static let aliases = Message(
    "notation.alias", en: "YAML anchors and aliases are not used here; write the value out",
    zh: "不支持 YAML 锚点和别名，请直接写出内容")

  static let keyNotText = Message(
    "notation.key-not-text", en: "a key must be plain text", zh: "字段名须为文字")

  static func tag(_ name: String) -> Message {
    Message(
      "notation.tag", en: "YAML tags such as '\(name)' are not used here",
      zh: "不支持 YAML 标签“\(name)”")
  }

  static func tooLarge(_ limit: Int) -> Message {
    Message(
      "notation.too-large", en: "the file is larger than \(limit) bytes",
      zh: "文件超过 \(limit) 字节")
  }

  static func syntax(_ notation: String, _ detail: Message) -> Message {
    Message(
      "notation.syntax", en: "this is not valid \(notation): \(detail.english)",
      zh: "不是有效的 \(notation)：\(detail.chinese)")
  }

  /// What can be wrong in a JSON text.
  enum JSON {
    private static func fault(_ english: String, _ chinese: String) -> Message {
      Message("notation.json", en: english, zh: chinese)
    }

    static let afterEnd = fault("there is more text after the value", "值后还有多余内容")
    static let endsEarly = fault("the text ends too early", "内容未完即结束")
    static let noValue = fault("a value is expected here", "此处应为一个值")
    static let noKey = fault("a key in double quotes is expected here", "此处应为带双引号的字段名")
    static let noColon = fault("a colon is expected here", "此处应为冒号")
    static let listGoesOn = fault("a comma or ] is expected here", "此处应为逗号或 ]")
    static let objectGoesOn = fault("a comma or } is expected here", "此处应为逗号或 }")
    static let leadingZero = fault("a number may not begin with 0", "数字不可以 0 开头")
    static let noDigit = fault("a digit is expected here", "此处应为数字")
    static let textGoesOn = fault("the closing quote of the text is missing", "文字缺少右引号")
    static let control = fault(
      "a control character must be written as an escape such as \\n", "控制字符须写成转义，如 \\n")
    static let escape = fault("this escape is not known", "无效的转义")
    static let loneSurrogate = fault("half of a surrogate pair", "代理对不完整")
  }
}
