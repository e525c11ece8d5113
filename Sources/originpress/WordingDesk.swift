import Diagnostics
import PrintDesk

/// What the commands of the desk say.
extension Wording {
  static let nothingWaits = Message(
    "command.nothing-waits", en: "nothing waits", zh: "没有待办事项")

  static func noVirtualPrinter(_ path: String) -> Message {
    Message(
      "command.no-virtual-printer", en: "'\(path)' did not start; 'make build' makes it",
      zh: "“\(path)”无法启动，请运行 make build")
  }

  static let askWitnessPIN = Message(
    "command.ask-witness-pin", en: "Second person's PIN: ", zh: "第二名操作员密码：")

  static let countDiffers = Message(
    "command.count-differs", en: "the count and the register differ; see above",
    zh: "清点结果与登记簿不符，见上")

  static let noCodeOfOurs = Message(
    "command.no-code-of-ours", en: "what was scanned is no verification code of a certificate",
    zh: "扫描内容不是证书的验证码")

  static func printSuccessor(_ id: String) -> Message {
    Message(
      "command.print-successor",
      en: "print it with 'originpress desk print \(id) --to PRINTER --operator ID'",
      zh: "请用 originpress desk print \(id) --to PRINTER --operator ID 打印")
  }

  static func selfPrinting(_ enterprise: String, isOpen: Bool) -> Message {
    isOpen
      ? Message(
        "command.self-printing-open", en: "\(enterprise) may print by itself",
        zh: "\(enterprise) 已开通自主打印")
      : Message(
        "command.self-printing-closed", en: "\(enterprise) may not print by itself any more",
        zh: "\(enterprise) 已关闭自主打印")
  }

  static func hold(_ number: String, _ reason: String, isHeld: Bool) -> Message {
    isHeld
      ? Message(
        "command.held", en: "the printing of \(number) is held (\(reason))",
        zh: "\(number) 已暂停打印（\(reason)）")
      : Message(
        "command.resumed", en: "the printing of \(number) is not held any more (\(reason))",
        zh: "\(number) 已恢复打印（\(reason)）")
  }

  static func stocked(_ count: Int, _ first: String, _ last: String, _ state: String) -> Message {
    Message(
      "command.stocked", en: "\(count) sheets, \(first) to \(last): \(state)",
      zh: "共 \(count) 张，\(first) 至 \(last)：\(state)")
  }

  static func printerKept(_ name: String, _ profile: String) -> Message {
    Message(
      "command.printer-kept", en: "printer '\(name)' is in the register as a \(profile)",
      zh: "打印机“\(name)”已登记（\(profile)）")
  }

  static let heldByPrinter = Message(
    "command.held",
    en: "the printer takes no more: paper, cover, on line? the rest follows when it goes on",
    zh: "打印机停止接收数据：请检查缺纸、机盖、联机状态；恢复后继续发送")

  static func takeOut(_ numbers: [StockNumber]) -> Message {
    let list = numbers.map(\.description).joined(separator: ", ")
    return Message(
      "command.take-out",
      en: "take \(list) out of printer and tray, marked or not, and keep it for 'stock destroy'",
      zh: "请取出 \(list)（无论是否已打印），留待 stock destroy 销毁")
  }

  /// What is to be done next with a run; `nil` when nothing is.
  static func next(after run: PrintRun) -> Message? {
    let id = run.output.id
    if let doubtful = run.sheetsInDoubt.first {
      return Message(
        "command.next-find",
        en: "nobody knows what became of sheet \(doubtful.position): look for it, then run "
          + "'desk confirm \(id)' or 'desk jam \(id)'",
        zh: "第 \(doubtful.position) 张纸结果不明：请查找后运行 desk confirm \(id) 或 desk jam \(id)")
    }
    if let sheet = run.sheetsToTurn.first {
      return Message(
        "command.next-turn",
        en: "lay sheet \(sheet.position) back turned, then run 'desk turned \(id)' and "
          + "'desk print \(id)'",
        zh: "请将第 \(sheet.position) 张纸翻面放回，然后运行 desk turned \(id) 及 desk print \(id)")
    }
    if run.next == nil || !run.sheetsUnseen.isEmpty, let sheet = run.sheetsToDecide.first {
      return Message(
        "command.next-look",
        en: "look at sheet \(sheet.position), then run 'desk confirm \(id)' or 'desk jam \(id)'",
        zh: "请查看第 \(sheet.position) 张纸，然后运行 desk confirm \(id) 或 desk jam \(id)")
    }
    if run.next != nil, run.output.state != .void {
      return Message(
        "command.next-print", en: "run 'desk print \(id)' for the rest",
        zh: "请运行 desk print \(id) 打印其余部分")
    }
    return nil
  }
}
