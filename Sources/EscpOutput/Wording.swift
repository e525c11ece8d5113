import Diagnostics
import Measures

/// All wording of this module.
enum Wording {
  static func noImpact(_ profile: String) -> Message {
    Message(
      "escp.no-impact", en: "'\(profile)' is no printer that takes ESC/P",
      zh: "“\(profile)”不是 ESC/P 打印机")
  }

  static let takeImpact = Message(
    "escp.take-impact", en: "name one with --device, such as generic-24pin",
    zh: "请用 --device 指定，如 generic-24pin")

  static func emulation(_ profile: String) -> Message {
    Message(
      "escp.oki", en: "'\(profile)' answers to OKI 5530, which places lines too coarsely",
      zh: "“\(profile)”使用 OKI 5530 仿真，行定位过于粗略")
  }

  static let changeEmulation = Message(
    "escp.change-emulation",
    en: "set 'Emulation' (仿真) on the printer's panel to ESC/P-K or LQ-1600K and the profile's "
      + "languages to [escp]",
    zh: "请在打印机面板上将“仿真”改为 ESC/P-K 或 LQ-1600K，并把配置的 languages 改为 [escp]")

  static func fewPins(_ profile: String) -> Message {
    Message(
      "escp.few-pins", en: "'\(profile)' has fewer than 24 pins; take a printer with 24",
      zh: "“\(profile)”少于 24 针，请改用 24 针打印机")
  }

  static let noPages = Message("escp.no-pages", en: "there is no page to print", zh: "没有可打印的页面")

  static let oneLength = Message(
    "escp.one-length", en: "the forms of one job are not of one length; print them apart",
    zh: "同一任务中的表格长度不一，请分开打印")

  static func formLength(_ length: Length) -> Message {
    Message(
      "escp.form-length", en: "forms of \(length) cannot be set; they are 50 to 558 mm long",
      zh: "无法设置长 \(length) 的表格，应为 50 至 558 毫米")
  }

  static let notSetForPins = Message(
    "escp.not-set-for-pins", en: "this line was not set for the pitch of an impact printer",
    zh: "该行并非按针式打印机字距排版")

  static let tooLong = Message(
    "escp.too-long", en: "the line is longer than its box; shorten the text", zh: "该行超出栏宽，请缩短文字")

  static func unencodable(_ scalar: UInt32) -> Message {
    let number = String(scalar, radix: 16, uppercase: true)
    return Message(
      "escp.unencodable", en: "the control character U+\(number) cannot be printed; take it out",
      zh: "控制字符 U+\(number) 不能打印，请删除")
  }

  static let noSeals = Message(
    "escp.no-seals", en: "an impact printer prints no seals or signatures; they are put on by hand",
    zh: "针式打印机不能打印印章和签名，请手工加盖")

  static func codeTooFine(_ dots: Int) -> Message {
    Message(
      "escp.code-too-fine", en: "the code's modules are smaller than \(dots) dots of the pins",
      zh: "二维码模块小于 \(dots) 针点")
  }

  static func overlaps(_ field: String) -> Message {
    Message(
      "escp.overlaps", en: "this stands over '\(field)' on the same line", zh: "与同一行的“\(field)”重叠")
  }

  static func outsideWidth(_ left: Length, _ right: Length) -> Message {
    Message(
      "escp.outside-width",
      en: "this lies outside the printer's width, \(left) to \(right) from the left edge",
      zh: "超出打印机的打印宽度（距左边 \(left) 至 \(right)）")
  }

  static let outsideHeight = Message(
    "escp.outside-height", en: "this lies above or below the form", zh: "超出表格的上边或下边")

  // MARK: Reading

  static func unknownCommand(_ bytes: [UInt8], at offset: Int) -> Message {
    let hex = bytes.map { String(Int($0) | 0x100, radix: 16).dropFirst() }.joined(separator: " ")
    return Message(
      "escp.unknown-command", en: "unknown command \(hex) at byte \(offset)",
      zh: "字节 \(offset) 处有未知命令 \(hex)")
  }

  static func cutShort(at offset: Int) -> Message {
    Message(
      "escp.cut-short", en: "the command at byte \(offset) is cut short", zh: "字节 \(offset) 处的命令不完整"
    )
  }

  static func badValue(at offset: Int) -> Message {
    Message(
      "escp.bad-value", en: "the command at byte \(offset) has a value out of range",
      zh: "字节 \(offset) 处命令的数值超出范围")
  }

  static func chineseMode(at offset: Int) -> Message {
    Message(
      "escp.chinese-mode", en: "the character at byte \(offset) may meet Chinese mode",
      zh: "字节 \(offset) 处的字符可能处于汉字方式")
  }

  static func backwards(at offset: Int) -> Message {
    Message(
      "escp.backwards", en: "the command at byte \(offset) goes up or to the left",
      zh: "字节 \(offset) 处的命令向上或向左移动")
  }

  static func beyondForm(at offset: Int) -> Message {
    Message(
      "escp.beyond-form", en: "the command at byte \(offset) leaves the form",
      zh: "字节 \(offset) 处的命令越出表格")
  }

  static let notPlan = Message(
    "escp.not-plan", en: "the bytes do not say what was planned; nothing was given out",
    zh: "打印数据与排版计划不符，未输出")

  static let drifts = Message(
    "escp.drifts", en: "the feeds do not add up to the forms; nothing was given out",
    zh: "走纸长度与表格长度不符，未输出")
}
