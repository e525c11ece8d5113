import Diagnostics

/// What the desk says about numbered stock.
extension Wording {
  static func blankPaper(_ id: String) -> Message {
    Message(
      "stock.blank-paper", en: "sheet \(id) is blank paper and takes no stock number",
      zh: "纸张 \(id) 为空白纸，没有纸张号")
  }

  static func otherSeries(_ number: StockNumber, _ series: String) -> Message {
    Message(
      "stock.other-series", en: "\(number) is not of series \(series)",
      zh: "\(number) 不属于 \(series) 系列")
  }

  static func boundAlready(_ id: String, _ state: Sheet.State) -> Message {
    Message(
      "stock.bound-already", en: "sheet \(id) is \(state.rawValue) and takes no other stock number",
      zh: "纸张 \(id) 状态为 \(state.rawValue)，不能再绑定纸张号")
  }

  static func noStockBound(_ id: String) -> Message {
    Message(
      "stock.none-bound", en: "sheet \(id) has no stock number yet",
      zh: "纸张 \(id) 尚未绑定纸张号")
  }

  static func unknownStock(_ number: StockNumber) -> Message {
    Message(
      "stock.unknown", en: "stock number \(number) was never received; check it against the paper",
      zh: "纸张号 \(number) 未入库，请与纸张核对")
  }

  static func stockState(_ number: StockNumber, _ state: StockSheet.State) -> Message {
    Message(
      "stock.state", en: "stock number \(number) is \(state.rawValue); this cannot be done with it",
      zh: "纸张号 \(number) 状态为 \(state.rawValue)，不能进行此操作")
  }

  static func noRange(_ first: String, _ last: String) -> Message {
    Message(
      "stock.no-range", en: "'\(first)' to '\(last)' are no first and last number of one shape",
      zh: "“\(first)”至“\(last)”不是同一格式的起止号码")
  }

  static func rangeBackwards(_ first: String, _ last: String) -> Message {
    Message(
      "stock.range-backwards", en: "the range from '\(first)' to '\(last)' runs backwards",
      zh: "号段“\(first)”至“\(last)”起止颠倒")
  }

  static func rangeTooLong(_ largest: Int) -> Message {
    Message(
      "stock.range-too-long", en: "a range has at most \(largest) sheets",
      zh: "每个号段最多 \(largest) 张")
  }

  static func rangeOverlaps(_ number: StockNumber) -> Message {
    Message(
      "stock.range-overlaps",
      en: "stock number \(number) was received before; ranges never overlap",
      zh: "纸张号 \(number) 已入库，号段不能重叠")
  }

  static func otherBound(_ number: StockNumber, _ sheet: String) -> Message {
    Message(
      "stock.other-bound",
      en: "\(number) lies on top and is bound to sheet \(sheet), not printed yet",
      zh: "最上面的 \(number) 已绑定纸张 \(sheet)，尚未打印")
  }

  static let printOrWithdraw = Message(
    "stock.print-or-withdraw",
    en: "print that one first, or take it back with 'originpress desk void'",
    zh: "请先打印该份，或用 originpress desk void 收回")

  static func trayEmpty(_ tray: Tray) -> Message {
    Message(
      "stock.tray-empty", en: "no numbered stock is loaded in \(tray.printer) \(tray.name)",
      zh: "\(tray.printer) \(tray.name) 中没有已装入的编号纸张")
  }

  static func otherOnTop(_ next: StockNumber, _ typed: String) -> Message {
    Message(
      "stock.other-on-top", en: "the next sheet is \(next) by the register, not '\(typed)'",
      zh: "登记的下一张为 \(next)，不是“\(typed)”")
  }
}
