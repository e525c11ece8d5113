import Diagnostics

/// All wording of this module.
enum Wording {
  static func missingWord(_ subject: String) -> Message {
    Message("vprinter.missing-word", en: "\(subject): a word is missing", zh: "\(subject)：缺少内容")
  }

  static func unknownWord(_ word: String) -> Message {
    Message("vprinter.unknown-word", en: "'\(word)' is not known here", zh: "此处不能使用“\(word)”")
  }

  static func badPair(_ word: String) -> Message {
    Message(
      "vprinter.bad-pair", en: "'\(word)' is not a single key=value",
      zh: "“\(word)”不是单个“键=值”")
  }

  static func badValue(_ key: String, _ value: String) -> Message {
    Message(
      "vprinter.bad-value", en: "\(key) cannot be '\(value)'", zh: "\(key) 不能为“\(value)”")
  }

  static func unknownTray(_ name: String) -> Message {
    Message("vprinter.unknown-tray", en: "there is no tray '\(name)'", zh: "没有纸盒“\(name)”")
  }

  static let repeatedTray = Message(
    "vprinter.repeated-tray", en: "two trays have the same name", zh: "两个纸盒名称相同")

  static let notInTrouble = Message(
    "vprinter.not-in-trouble", en: "the printer is not waiting for anybody",
    zh: "打印机没有在等待处理")

  static let notHandFed = Message(
    "vprinter.not-hand-fed", en: "sheets are fed by hand only into a tray with hand=yes",
    zh: "只有 hand=yes 的纸盒可以手动送纸")

  static func cannotListen(_ place: String) -> Message {
    Message(
      "vprinter.cannot-listen", en: "cannot listen at \(place)", zh: "无法在 \(place) 监听")
  }

  static func cannotWrite(_ file: String) -> Message {
    Message(
      "vprinter.cannot-write", en: "cannot write the log '\(file)'", zh: "无法写入日志“\(file)”")
  }
}
