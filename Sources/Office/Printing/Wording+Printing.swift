import Certificates
import Diagnostics

/// What the use cases of printing say.
extension Wording {
  static func noPrinterName(_ name: String) -> Message {
    Message(
      "office.no-printer-name",
      en: "'\(name)' is no name for a printer; use small letters, digits and hyphens",
      zh: "“\(name)”不能用作打印机名称，请使用小写字母、数字和连字符")
  }

  static func unknownPrinter(_ name: String) -> Message {
    Message(
      "office.unknown-printer", en: "the register has no printer '\(name)'",
      zh: "登记簿中没有打印机“\(name)”")
  }

  static let addPrinter = Message(
    "office.add-printer", en: "add it with 'originpress printer add'",
    zh: "请用 originpress printer add 添加")

  static func unknownTray(_ tray: String, _ printer: String) -> Message {
    Message(
      "office.unknown-tray", en: "printer '\(printer)' has no tray '\(tray)'",
      zh: "打印机“\(printer)”没有纸盒“\(tray)”")
  }

  static func trays(_ names: [String]) -> Message {
    let list = names.isEmpty ? "-" : names.joined(separator: ", ")
    return Message("office.trays", en: "it has \(list)", zh: "可用纸盒：\(list)")
  }

  static func notForSelfPrint(_ printer: String, _ profile: String) -> Message {
    Message(
      "office.not-for-self-print",
      en: "printer '\(printer)' is a \(profile), which is not approved for self-printing",
      zh: "打印机“\(printer)”（\(profile)）不在自主打印的打印机清单中")
  }

  static let needsStock = Message(
    "office.needs-stock", en: "the special form is printed on numbered sheets; name their tray",
    zh: "该证书须使用带编号的专用纸张，请指定纸盒")

  static func needsPins(_ printer: String) -> Message {
    Message(
      "office.needs-pins",
      en: "the special form is printed by a dot-matrix printer, which '\(printer)' is not",
      zh: "该证书须用针式打印机打印，“\(printer)”不是针式打印机")
  }

  static func noTurning(_ profile: String) -> Message {
    Message(
      "office.no-turning",
      en: "how sheets go back into a \(profile) for their back pages is not known",
      zh: "尚不清楚 \(profile) 打印背页时纸张应如何放回")
  }

  static let findTurning = Message(
    "office.find-turning",
    en: "find out with 'originpress printer turning-test' and write it into the profile",
    zh: "请用 originpress printer turning-test 测定，并写入打印机配置")

  static func notReleasedYet(_ id: String) -> Message {
    Message(
      "office.not-released-yet", en: "the release of output \(id) is not finished",
      zh: "\(id) 尚未完成签发")
  }

  static func notPrintedAnyMore(_ id: String) -> Message {
    Message(
      "office.not-printed-any-more", en: "output \(id) is void and is not printed",
      zh: "\(id) 已作废，不能打印")
  }

  static func plannedOtherwise(_ id: String, _ printer: String) -> Message {
    Message(
      "office.planned-otherwise",
      en: "the sheets of output \(id) are planned for other paper or another kind of printer than "
        + "'\(printer)'",
      zh: "\(id) 的纸张不是按打印机“\(printer)”的纸张或翻面方式安排的")
  }

  static let withdrawFirst = Message(
    "office.withdraw-first",
    en:
      "print it where it was begun, or take it back with 'originpress desk void' and issue it anew",
    zh: "请在原打印机打印，或先运行 originpress desk void 收回后重新签发")

  static func tooFewSheets(_ loaded: Int, _ needed: Int) -> Message {
    Message(
      "office.too-few-sheets",
      en: "the output needs \(needed) numbered sheets, and \(loaded) are loaded in the tray",
      zh: "需要 \(needed) 张编号纸张，纸盒中已装入 \(loaded) 张")
  }

  static func needsTop(_ printer: String) -> Message {
    Message(
      "office.needs-top", en: "say which form lies in '\(printer)', which cannot tell it",
      zh: "请说明“\(printer)”中是哪一张纸，打印机不会报告")
  }

  static let readTop = Message(
    "office.read-top", en: "read its number from the form itself and give it with --top",
    zh: "请从纸张上读出编号，用 --top 给出")

  static func otherPitch(_ id: String, _ device: String, _ printer: String) -> Message {
    Message(
      "office.other-pitch",
      en: "output \(id) was set for a \(device), whose characters are not as wide as those of "
        + "'\(printer)'",
      zh: "\(id) 按 \(device) 排版，与打印机“\(printer)”的字距不同")
  }

  static func doubtAtPrinter(_ sheet: String, _ printer: String) -> Message {
    Message(
      "office.doubt-at-printer",
      en: "nobody has said what became of sheet \(sheet) at printer '\(printer)'",
      zh: "打印机“\(printer)”上的纸张 \(sheet) 结果尚未确认")
  }

  static let needsWitness = Message(
    "office.needs-witness", en: "that a sheet is lost is confirmed by a second enrolled person",
    zh: "纸张遗失须由第二名操作员确认")

  static func whichSheet(_ id: String, _ waiting: [Int]) -> Message {
    let list = waiting.map(String.init).joined(separator: ", ")
    return waiting.isEmpty
      ? Message(
        "office.no-sheet-waits", en: "no sheet of output \(id) waits for an answer",
        zh: "\(id) 没有待确认的纸张")
      : Message(
        "office.several-sheets", en: "sheets \(list) of output \(id) wait for an answer",
        zh: "\(id) 的第 \(list) 张纸待确认")
  }

  static let nameSheet = Message(
    "office.name-sheet", en: "name one with --sheet", zh: "请用 --sheet 指定一张")

  static func reissuedTooLate(_ number: String, _ last: CalendarDate) -> Message {
    Message(
      "office.reissued-too-late", en: "\(number) could be issued again until \(last)",
      zh: "\(number) 的失证重发、改证重发期限为 \(last)")
  }

  static func noReprintRequest(_ number: String) -> Message {
    Message(
      "office.no-reprint-request", en: "no approved request asks for a reprint of \(number)",
      zh: "\(number) 没有已批准的重新打印申请")
  }

  static let askFirst = Message(
    "office.ask-first",
    en: "ask with 'originpress desk request', or have an officer run 'originpress desk reset'",
    zh: "请先用 originpress desk request 申请，或由签证员运行 originpress desk reset")

  static func unknownRequest(_ id: String) -> Message {
    Message("office.unknown-request", en: "there is no request '\(id)'", zh: "没有申请“\(id)”")
  }

  static func notHeld(_ number: String, _ reason: String) -> Message {
    Message(
      "office.not-held", en: "nothing holds the printing of \(number) for '\(reason)'",
      zh: "\(number) 没有原因为“\(reason)”的暂停打印")
  }

  static func noStockTray(_ tray: String, _ profile: String) -> Message {
    Message(
      "office.no-stock-tray",
      en: "tray '\(tray)' of the profile \(profile) holds no numbered stock",
      zh: "打印机配置 \(profile) 的纸盒“\(tray)”不是带编号纸张的纸盒")
  }

  static func numberedStock(_ printer: String) -> Message {
    Message(
      "office.numbered-stock",
      en:
        "printer '\(printer)' holds numbered sheets, which plain files never take; name another tray",
      zh: "打印机“\(printer)”装有带编号的纸张，普通文件不得使用，请指定其他纸盒")
  }

  static let sayWhatBecame = Message(
    "office.say-what-became",
    en: "look for it, then run 'originpress desk confirm' or 'originpress desk jam'",
    zh: "请查找该纸张，然后运行 originpress desk confirm 或 desk jam")
}
