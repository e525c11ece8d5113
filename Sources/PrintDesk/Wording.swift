import Diagnostics

/// All wording of this module.
enum Wording {
  static func operatorID(_ id: String) -> Message {
    Message(
      "desk.operator-id",
      en: "'\(id)' is no operator id; use up to 32 small letters, digits and hyphens",
      zh: "“\(id)”不能用作操作员代号，请用小写字母、数字和连字符，最多 32 个")
  }

  static let noName = Message("desk.no-name", en: "the name is missing", zh: "缺少姓名")

  static let pinLength = Message(
    "desk.pin-length", en: "a PIN has 4 to 64 characters", zh: "PIN 为 4 至 64 个字符")

  static func notAFile(_ id: String) -> Message {
    Message(
      "desk.not-a-file", en: "output \(id) is for paper and is not handed out as a file",
      zh: "\(id) 为纸质文本，不能以文件形式交付")
  }

  static func notReleased(_ id: String, _ state: Output.State) -> Message {
    Message(
      "desk.not-released", en: "output \(id) is \(state.rawValue) and cannot be handed out",
      zh: "\(id) 状态为 \(state.rawValue)，不能交付")
  }

  static func alreadyIssued(_ id: String) -> Message {
    Message(
      "desk.already-issued",
      en: "output \(id) is issued already; what was printed or handed out is never regenerated",
      zh: "\(id) 已签发；已打印或交付的证书不能重新生成")
  }

  static func alreadyVoid(_ id: String) -> Message {
    Message("desk.already-void", en: "output \(id) is void already", zh: "\(id) 已作废")
  }

  static func maybeOnPaper(_ id: String) -> Message {
    Message(
      "desk.maybe-on-paper",
      en: "output \(id) may be on paper; say what became of its sheets instead",
      zh: "\(id) 可能已印到纸上，不能重新生成；请先确认各纸张的结果")
  }

  static func samePerson(_ id: String) -> Message {
    Message(
      "desk.same-person", en: "two different people are needed, and \(id) is one of them already",
      zh: "须由两名不同的操作员确认，\(id) 已是其中一人")
  }
}
