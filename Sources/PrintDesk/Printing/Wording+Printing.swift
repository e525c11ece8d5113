import Diagnostics

/// What the desk says about sheets and passes.
extension Wording {
  static func noSheet(_ id: String, _ position: Int) -> Message {
    Message(
      "desk.no-sheet", en: "output \(id) has no sheet \(position)",
      zh: "\(id) 没有第 \(position) 张纸")
  }

  static func noPass(_ id: String, _ ordinal: Int) -> Message {
    Message(
      "desk.no-pass", en: "output \(id) has no pass \(ordinal)",
      zh: "\(id) 没有第 \(ordinal) 次打印")
  }

  static func notForPaper(_ id: String) -> Message {
    Message(
      "desk.not-for-paper", en: "output \(id) is a file and is not printed here",
      zh: "\(id) 为电子文件，不在此打印")
  }

  static func notPrintable(_ id: String, _ state: Output.State) -> Message {
    Message(
      "desk.not-printable", en: "output \(id) is \(state.rawValue) and cannot be printed",
      zh: "\(id) 状态为 \(state.rawValue)，不能打印")
  }

  static func plannedAlready(_ id: String) -> Message {
    Message(
      "desk.planned-already", en: "the sheets of output \(id) are planned already",
      zh: "\(id) 的纸张已安排")
  }

  static func neverAgain(_ id: String, _ state: Pass.State) -> Message {
    Message(
      "desk.never-again", en: "pass \(id) is \(state.rawValue); nothing is ever sent twice",
      zh: "\(id) 状态为 \(state.rawValue)，任何内容不得重复发送")
  }

  static func neverSent(_ id: String, _ state: Pass.State) -> Message {
    Message(
      "desk.never-sent", en: "pass \(id) is \(state.rawValue); there is nothing to report of it",
      zh: "\(id) 状态为 \(state.rawValue)，尚未发送，无结果可记录")
  }

  static func burnedAlready(_ id: String, _ state: Pass.State) -> Message {
    Message(
      "desk.burned-already",
      en: "pass \(id) is \(state.rawValue); nobody can say that nothing of it was sent",
      zh: "\(id) 状态为 \(state.rawValue)，无法断定未发送任何内容")
  }

  static func passOpen(_ id: String, _ state: Pass.State) -> Message {
    Message(
      "desk.pass-open", en: "pass \(id) is \(state.rawValue); wait for the printer's report",
      zh: "\(id) 状态为 \(state.rawValue)，请等待打印机报告")
  }

  static func sheetOpen(_ id: String) -> Message {
    Message(
      "desk.sheet-open", en: "sheet \(id) is uncertain; first say what became of it",
      zh: "纸张 \(id) 结果不明，请先确认")
  }

  static func sheetUnseen(_ id: String) -> Message {
    Message(
      "desk.sheet-unseen", en: "nobody has looked at sheet \(id) yet; its printer reports nothing",
      zh: "纸张 \(id) 尚未查看，其打印机不报告结果")
  }

  static func notTurned(_ id: String) -> Message {
    Message(
      "desk.not-turned", en: "sheet \(id) has not been turned for its back page",
      zh: "纸张 \(id) 尚未翻面，不能打印背页")
  }

  static func notToTurn(_ id: String, _ state: Sheet.State) -> Message {
    Message(
      "desk.not-to-turn", en: "sheet \(id) is \(state.rawValue) and waits for no back page",
      zh: "纸张 \(id) 状态为 \(state.rawValue)，现在无须翻面")
  }

  static func decidedAlready(_ id: String, _ state: Sheet.State) -> Message {
    Message(
      "desk.decided-already", en: "sheet \(id) is \(state.rawValue) already",
      zh: "纸张 \(id) 已确认为 \(state.rawValue)")
  }

  static func notPrintedYet(_ id: String) -> Message {
    Message(
      "desk.not-printed-yet", en: "\(id) is not printed yet", zh: "\(id) 尚未打印完毕")
  }

  static func neverBurned(_ id: String) -> Message {
    Message(
      "desk.never-burned", en: "nothing was ever sent for sheet \(id); its paper is usable",
      zh: "纸张 \(id) 从未发送打印，纸张可用")
  }

  static func notAnOriginal(_ id: String) -> Message {
    Message(
      "desk.not-an-original", en: "output \(id) is no original and is not replaced by one",
      zh: "\(id) 不是正本，不能由新正本替换")
  }

  static func isAnOriginal(_ id: String) -> Message {
    Message(
      "desk.is-an-original",
      en: "output \(id) is an original; it is void only with its replacement",
      zh: "\(id) 为正本，作废时须同时生成替换正本")
  }

  static func tooLateToWithdraw(_ id: String, _ state: Output.State) -> Message {
    Message(
      "desk.too-late-to-withdraw",
      en: "output \(id) is \(state.rawValue); only what was never printed is withdrawn",
      zh: "\(id) 状态为 \(state.rawValue)，仅首次打印前可以作废")
  }

  static func sheetsOpen(_ id: String, _ state: Output.State) -> Message {
    Message(
      "desk.sheets-open",
      en: "output \(id) is \(state.rawValue); first say what became of its sheets",
      zh: "\(id) 状态为 \(state.rawValue)，请先确认各纸张的结果")
  }

  static func otherCode(_ id: String, _ serial: String) -> Message {
    Message(
      "desk.other-code", en: "the code that was read is of serial \(serial), not of sheet \(id)",
      zh: "扫描所得打印号为 \(serial)，与纸张 \(id) 不符")
  }

  static let typeMore = Message(
    "desk.type-more", en: "type at least the last 4 characters of the serial on the sheet",
    zh: "请至少输入纸张上打印号的末 4 位")

  static func typeNumber(_ id: String) -> Message {
    Message(
      "desk.type-number",
      en: "sheet \(id) is numbered: type the stock number on it, at least its last 4 characters",
      zh: "纸张 \(id) 带有编号，请输入其纸张号（至少末 4 位）")
  }

  static func typedOther(_ sheet: Sheet, _ text: String) -> Message {
    let (english, chinese) =
      sheet.stock == nil ? ("the serial", "打印号") : ("the stock number", "纸张号")
    return Message(
      "desk.typed-other", en: "'\(text)' is not the end of \(english) of sheet \(sheet.id)",
      zh: "“\(text)”不是纸张 \(sheet.id) \(chinese)的末位")
  }

  static func held(_ hold: Hold) -> Message {
    let (english, chinese) =
      switch hold.reason {
      case .amendment: ("an amendment of it is open", "改证重发办理中")
      case .channel: ("it came through another channel and is printed there", "其他渠道的证书须在原渠道打印")
      case .collector: ("its collector is not there yet", "领证人尚未到场")
      }
    return Message(
      "desk.held-\(hold.reason.rawValue)", en: "printing of \(hold.number) is held: \(english)",
      zh: "\(hold.number) 暂停打印：\(chinese)")
  }
}
