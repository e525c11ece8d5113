import Diagnostics

/// What the desk says about requests.
extension Wording {
  static let noRemark = Message(
    "request.no-remark", en: "a rejection needs a remark for the enterprise",
    zh: "驳回时必须填写批注")

  static let noReason = Message(
    "request.no-reason", en: "the reason is missing", zh: "请填写原因")

  static func requestState(_ id: String, _ state: DeskRequest.State) -> Message {
    Message(
      "request.state", en: "request \(id) is \(state.rawValue); this cannot be done with it",
      zh: "申请 \(id) 状态为 \(state.rawValue)，不能进行此操作")
  }

  static func requestOpen(_ id: String, _ state: DeskRequest.State) -> Message {
    Message(
      "request.open", en: "request \(id) of the same kind is \(state.rawValue)",
      zh: "同类申请 \(id) 尚未办结（\(state.rawValue)）")
  }

  static func amendmentOpen(_ number: String) -> Message {
    Message(
      "request.amendment-open", en: "an amendment of \(number) is open",
      zh: "\(number) 正在办理改证重发")
  }

  static func otherChannel(_ number: String) -> Message {
    Message(
      "request.other-channel", en: "\(number) came through another channel and is printed there",
      zh: "\(number) 为其他渠道的证书，须在原渠道打印")
  }

  static func onlyDuplicates(_ number: String) -> Message {
    Message(
      "request.only-duplicates",
      en: "\(number) was reported lost; only its duplicates are printed from then on",
      zh: "\(number) 已办理失证重发，只能打印失证副本，不能再申请重新打印")
  }

  static func neverPrinted(_ number: String) -> Message {
    Message(
      "request.never-printed", en: "no original of \(number) in force was printed",
      zh: "\(number) 没有已打印的有效正本")
  }

  static func printedAlready(_ number: String) -> Message {
    Message(
      "request.printed-already", en: "\(number) was printed or handed out already",
      zh: "\(number) 已打印或已交付")
  }

  static func noCopies(_ number: String) -> Message {
    Message(
      "request.no-copies",
      en: "copies are printed of certificates with local printing and electronic seal only",
      zh: "仅本地打印且使用电子印章的证书可以加打副本：\(number)")
  }

  /// The sentence that the chamber's own system says (S2-128).
  static let sealedByHand = Message(
    "request.sealed-by-hand", en: "the certificate is sealed and signed by hand at the chamber",
    zh: "该证书需到贸促会手工盖章签字")

  static let printedAtChamber = Message(
    "request.at-chamber", en: "the officer decided that it is printed at the chamber",
    zh: "该证书的打印地点为贸促会")

  static func noSelfPrinting(_ enterprise: String) -> Message {
    Message(
      "request.no-self-printing", en: "enterprise \(enterprise) has not opened self-printing",
      zh: "企业 \(enterprise) 未开通自主打印")
  }

  static let samePlace = Message(
    "request.same-place", en: "it is printed there already", zh: "打印地点未改变")

  static func noRequest(_ number: String, _ kind: Output.Kind) -> Message {
    Message(
      "request.none", en: "no approved request asks for another \(kind.rawValue) of \(number)",
      zh: "\(number) 没有已批准且未执行的\(kind == .duplicate ? "失证重发" : "加打副本")申请")
  }
}
