import Diagnostics

/// Sentences about kept seals.
extension Wording {
  /// What was to be done to a seal.
  struct Verb {
    let key: String
    /// After "can be".
    let english: String
    /// After 才能.
    let chinese: String
    /// The stage it needs.
    let needed: SealStage
  }

  static let approve = Verb(
    key: "approve", english: "approved", chinese: "审核通过", needed: .pending)
  static let `return` = Verb(
    key: "return", english: "returned", chinese: "退回", needed: .pending)
  static let supersede = Verb(
    key: "supersede", english: "replaced", chinese: "替换", needed: .approved)
  static let withdraw = Verb(
    key: "withdraw", english: "withdrawn", chinese: "停用", needed: .approved)

  static func cannot(_ verb: Verb, _ id: String, _ stage: SealStage) -> Message {
    let needed = verb.needed.name
    return Message(
      "seal.cannot-\(verb.key)",
      en: "the seal '\(id)' is \(stage.name.english); one that is \(needed.english) can be "
        + verb.english,
      zh: "印章“\(id)”的状态为“\(stage.name.chinese)”，只有“\(needed.chinese)”的印章才能\(verb.chinese)")
  }

  static func sameOfficer(_ id: String, _ officer: String) -> Message {
    Message(
      "seal.same-officer", en: "'\(officer)' has approved the seal '\(id)' before",
      zh: "“\(officer)”已审核过印章“\(id)”")
  }

  static let otherOfficer = Message(
    "seal.other-officer", en: "seals of the issuing body need a second officer",
    zh: "签证机构的印章须由另一名签证员复核")

  static let noReason = Message(
    "seal.no-reason", en: "the reason is missing; say why", zh: "缺少原因，请说明")

  static func noSuccessor(_ newer: String, of id: String) -> Message {
    Message(
      "seal.no-successor",
      en: "'\(newer)' is no newer approved version of the seal '\(id)'; approve a newer one first",
      zh: "“\(newer)”不是印章“\(id)”已生效的新版本，请先审核通过新版本")
  }

  static func newerApproved(_ id: String, _ newer: String) -> Message {
    Message(
      "seal.newer-approved",
      en: "the newer version '\(newer)' is approved already; return the seal '\(id)'",
      zh: "新版本“\(newer)”已生效，请退回印章“\(id)”")
  }

  static func unknownSeal(_ id: String) -> Message {
    Message(
      "seal.unknown", en: "there is no seal '\(id)'; check its name in the list of seals",
      zh: "没有印章“\(id)”，请核对印章列表")
  }

  static func timeGoesBack(_ id: String) -> Message {
    Message(
      "seal.time", en: "the time lies before the last decision about the seal '\(id)'",
      zh: "时间早于对印章“\(id)”的上一次操作")
  }

  static let checkClock = Message(
    "seal.check-clock", en: "check this machine's clock", zh: "请检查本机时钟")

  static func notOwned(_ kind: SealKind, _ owner: SealOwner) -> Message {
    let kinds = owner.kinds.map(\.rawValue).joined(separator: ", ")
    return Message(
      "seal.kind-of-owner",
      en: "'\(owner.text)' can have no seal of kind '\(kind.rawValue)'; choose one of: \(kinds)",
      zh: "“\(owner.text)”不能有种类为“\(kind.rawValue)”的印章，可选：\(kinds)")
  }

  static func keeping(_ code: SealKeepingError.Code, _ id: String) -> Message {
    let (english, chinese) = sentence(code, id)
    return Message("seal.\(code.rawValue)", en: english, zh: chinese)
  }

  private static func sentence(
    _ code: SealKeepingError.Code, _ id: String
  ) -> (english: String, chinese: String) {
    switch code {
    case .unreadable:
      (
        "the kept seal '\(id)' cannot be opened: wrong key or altered; restore it from the backup",
        "无法打开印章“\(id)”：密钥不符或内容被改动，请从备份恢复"
      )
    case .notApproved:
      (
        "the kept seal '\(id)' is not approved and goes on no certificate; approve it first",
        "印章“\(id)”未生效，不能用于证书，请先审核"
      )
    case .wrongPlace:
      (
        "the kept seal '\(id)' was chosen for the place of another mark; choose one of its kind",
        "印章“\(id)”不能用于该签章位置，请选择相应种类的印章"
      )
    case .picture:
      (
        "no picture of the kept seal '\(id)' can be made; hand the scan in again",
        "无法生成印章“\(id)”的图样，请重新上传扫描件"
      )
    }
  }
}
