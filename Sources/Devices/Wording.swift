import Diagnostics

/// All wording of this module.
enum Wording {
  static func outOfRange(_ value: String, _ from: String, _ to: String) -> Message {
    Message(
      "device.out-of-range", en: "\(value) is not between \(from) and \(to)",
      zh: "\(value) 不在 \(from) 至 \(to) 之间")
  }

  static func emptyList(_ key: String) -> Message {
    Message("device.empty-list", en: "'\(key)' needs at least one entry", zh: "“\(key)”至少需要一项")
  }

  static func notMedia(_ text: String) -> Message {
    Message(
      "device.media", en: "'\(text)' is not a PWG 5101.1 media name",
      zh: "“\(text)”不是 PWG 5101.1 纸张名称")
  }

  static let mediaExample = Message(
    "device.media-example", en: "write it as iso_a4_210x297mm or na_letter_8.5x11in",
    zh: "写法如 iso_a4_210x297mm 或 na_letter_8.5x11in")

  static func impactTraits(_ isImpact: Bool) -> Message {
    isImpact
      ? Message(
        "device.impact-traits", en: "a printer that takes ESC/P needs 'dotMatrix'",
        zh: "使用 ESC/P 的打印机必须有“dotMatrix”")
      : Message(
        "device.no-impact", en: "'dotMatrix' is for printers that take ESC/P only",
        zh: "“dotMatrix”只用于 ESC/P 打印机")
  }

  static let impactPitch = Message(
    "device.impact-pitch", en: "a printer that takes ESC/P needs 'charactersPerInch'",
    zh: "使用 ESC/P 的打印机必须有“charactersPerInch”")

  static let turnsItself = Message(
    "device.turns-itself", en: "'turning' is for printers with 'duplex: manual' only",
    zh: "“turning”只用于“duplex: manual”的打印机")

  static func twice(_ name: String) -> Message {
    Message(
      "device.twice", en: "there are two profiles named '\(name)'", zh: "有两个名为“\(name)”的打印机配置")
  }

  static func unknownProfile(_ name: String) -> Message {
    Message(
      "device.unknown", en: "there is no printer profile '\(name)'", zh: "没有名为“\(name)”的打印机配置")
  }

}
