import Certificates
import Diagnostics
import DisplayList
import PrintDesk

/// All wording of this module that is not about keys.
enum Wording {
  // MARK: People

  static let notIdentified = Message(
    "office.not-identified", en: "officer or PIN is wrong", zh: "操作员代号或 PIN 不正确")

  static func disabled(_ id: String) -> Message {
    Message(
      "office.disabled", en: "'\(id)' is disabled and may not act", zh: "“\(id)”已停用，不能操作")
  }

  static func notAnOfficer(_ id: String) -> Message {
    Message(
      "office.not-an-officer", en: "'\(id)' is an operator; this is for officers",
      zh: "“\(id)”是操作员，此操作仅限签证员")
  }

  static func idTaken(_ id: String) -> Message {
    Message(
      "office.id-taken", en: "'\(id)' is enrolled already; choose another id",
      zh: "“\(id)”已登记，请换一个代号")
  }

  static func unknownPerson(_ id: String) -> Message {
    Message("office.unknown-person", en: "nobody is enrolled as '\(id)'", zh: "没有登记“\(id)”")
  }

  // MARK: Approval

  static let serialGiven = Message(
    "office.serial-given", en: "the release gives the serial; leave it out of the certificate",
    zh: "打印号由签发时生成，请从证书中删去")

  static func otherDate(_ date: CalendarDate, _ today: CalendarDate) -> Message {
    Message(
      "office.other-date",
      en:
        "the certificate is dated \(date), but approved on \(today); leave the date out to sign today",
      zh: "证书日期为 \(date)，而审核日期为 \(today)；不填日期则以审核日期签发")
  }

  /// S2-128, in the words of the source.
  static let sealedByHand = Message(
    "office.sealed-by-hand",
    en: "this certificate is sealed and signed by hand at the chamber; approve it for the chamber",
    zh: "该证书需到贸促会手工盖章签字")

  static func numberTaken(_ number: String) -> Message {
    Message(
      "office.number-taken", en: "the number '\(number)' belongs to another certificate",
      zh: "证书编号“\(number)”已被其他证书使用")
  }

  static let noEnterprise = Message(
    "office.no-enterprise", en: "it is not known whose certificate this is", zh: "不知道证书属于哪家企业")

  static let giveEnterprise = Message(
    "office.give-enterprise", en: "give the enterprise's code", zh: "请给出企业代码")

  static func otherEnterprise(_ stated: String, _ number: String) -> Message {
    Message(
      "office.other-enterprise",
      en: "the certificate's number is one of enterprise '\(number)', not of '\(stated)'",
      zh: "证书编号属于企业“\(number)”，而非“\(stated)”")
  }

  static func noShape(_ profile: String) -> Message {
    Message(
      "office.no-shape",
      en:
        "no shape of numbers is known for the profile '\(profile)'; add a row to number-shapes.yaml",
      zh: "编号规则“\(profile)”没有定义，请在 number-shapes.yaml 中添加")
  }

  static func approvedOtherwise(_ number: String) -> Message {
    Message(
      "office.approved-otherwise",
      en: "these contents were approved already as \(number), for another print place or signatory",
      zh: "该内容已审核为 \(number)，但打印地点或手签员不同")
  }

  static let notApproved = Message(
    "office.not-approved", en: "exactly these contents were never approved", zh: "该内容未经审核通过")

  static func unknownNumber(_ number: String) -> Message {
    Message(
      "office.unknown-number", en: "no certificate '\(number)' was approved",
      zh: "没有审核通过的证书“\(number)”")
  }

  static let approve = Message(
    "office.approve", en: "an officer approves it with 'originpress approve'",
    zh: "请由签证员用 originpress approve 审核")

  // MARK: Release

  static func unacceptedEdition(_ name: String) -> Message {
    Message(
      "office.unaccepted-edition",
      en:
        "the wording of \(name) was not held against the official form, and the site has not accepted it",
      zh: "\(name) 的文字未与官方格式核对，本机构也未确认接受")
  }

  static let acceptEdition = Message(
    "office.accept-edition", en: "name edition, person and date under 'acceptedForms' of site.yaml",
    zh: "请在 site.yaml 的 acceptedForms 中写明版本、确认人及日期")

  static func otherMode(_ approved: SealMode, _ now: SealMode) -> Message {
    Message(
      "office.other-mode",
      en: "it was approved for the seal mode '\(approved.rawValue)', but the policy says "
        + "'\(now.rawValue)'; approve it again",
      zh: "审核时的盖章方式为“\(approved.rawValue)”，现行规定为“\(now.rawValue)”，请重新审核")
  }

  static func noDownload(_ form: String, _ destination: String?) -> Message {
    let country = destination ?? "-"
    return Message(
      "office.no-download",
      en: "certificates \(form) to \(country) are not handed out as files (downloads.yaml)",
      zh: "输往 \(country) 的 \(form) 证书不提供下载（downloads.yaml）")
  }

  static let printInstead = Message(
    "office.print-instead", en: "release it for paper, without an output file", zh: "请签发纸质证书")

  static let printedAtChamber = Message(
    "office.printed-at-chamber", en: "the officer decided that it is printed at the chamber",
    zh: "审核确定该证书在贸促会打印")

  static let noSignatory = Message(
    "office.no-signatory",
    en:
      "the form has a place for the signatory's signature, but the approval names none; approve with one",
    zh: "该格式需要手签员签名，但审核时未指定手签员")

  static func noSeal(_ role: MarkRole, _ owner: String) -> Message {
    Message(
      "office.no-seal",
      en: "there is no approved mark of '\(owner)' for the place '\(role.rawValue)'",
      zh: "“\(owner)”没有已生效的印章或签名可用于“\(role.rawValue)”")
  }

  static let enrollSeal = Message(
    "office.enroll-seal", en: "enroll and approve one with 'originpress seal'",
    zh: "请用 originpress seal 登记并审核")

  static func suspended(_ owner: String) -> Message {
    Message("office.suspended", en: "'\(owner)' is suspended", zh: "“\(owner)”已被禁用")
  }

  static func sealWithdrawn(_ id: String) -> Message {
    Message(
      "office.seal-withdrawn",
      en: "the seal '\(id)' is not in force any more, so nothing was sealed with it",
      zh: "印章“\(id)”已失效，未予使用")
  }

  static let regenerate = Message(
    "office.regenerate", en: "make the output anew with 'originpress regenerate'",
    zh: "请用 originpress regenerate 重新生成")

  static func liveOriginal(_ number: String, _ id: String, _ state: Output.State) -> Message {
    Message(
      "office.live-original",
      en: "certificate \(number) has an original already: \(id) is \(state.rawValue)",
      zh: "证书 \(number) 已有正本 \(id)（\(state.rawValue)）")
  }

  static func otherRequest(_ key: String, _ id: String) -> Message {
    Message(
      "office.other-request", en: "the request '\(key)' led to \(id), which is something else",
      zh: "请求“\(key)”已用于 \(id)，内容不同")
  }

  static func nothingToRegenerate(_ number: String) -> Message {
    Message(
      "office.nothing-to-regenerate", en: "certificate \(number) has no original to make anew",
      zh: "证书 \(number) 没有可重新生成的正本")
  }

  static func noSerialShape(_ profile: String) -> Message {
    Message(
      "office.no-serial-shape",
      en:
        "no shape of serials is known for the profile '\(profile)'; add a row to serial-shapes.yaml",
      zh: "编号规则“\(profile)”没有打印号格式，请在 serial-shapes.yaml 中添加")
  }

  static func unknownOutput(_ id: String) -> Message {
    Message("office.unknown-output", en: "there is no output '\(id)'", zh: "没有文本“\(id)”")
  }

  static func notAsReleased(_ id: String, _ changed: [String]) -> Message {
    let names = changed.joined(separator: ", ")
    return Message(
      "office.not-as-released",
      en: "output \(id) cannot be made as it was released, since these changed: \(names)",
      zh: "\(id) 无法按签发时的原样生成，以下内容已变化：\(names)")
  }

  static func unknownSeal(_ id: String) -> Message {
    Message("office.unknown-seal", en: "there is no seal '\(id)'", zh: "没有印章“\(id)”")
  }

  static func noFileYet(_ id: String) -> Message {
    Message(
      "office.no-file-yet", en: "output \(id) has no file yet; finish its release first",
      zh: "\(id) 尚未生成文件，请先完成签发")
  }

  /// What the PDF signature says of itself, in both languages.
  static func signatureReason(_ number: String) -> String { "Certificate of origin \(number)" }

  // MARK: What is kept

  static func contentDamaged(_ number: String) -> Message {
    Message(
      "office.content-damaged",
      en: "the kept contents of \(number) are not those that were approved; restore the register",
      zh: "\(number) 的存档内容与审核内容不符，请恢复登记簿")
  }

  static func fileDamaged(_ id: String) -> Message {
    Message(
      "office.file-damaged",
      en: "the kept file of \(id) is not the one that was logged; restore the register",
      zh: "\(id) 的存档文件与日志不符，请恢复登记簿")
  }

  static func sealGone(_ id: String) -> Message {
    Message(
      "office.seal-gone", en: "the register has lost the seal '\(id)'; restore it",
      zh: "登记簿缺少印章“\(id)”，请恢复")
  }

  static func notLogged(_ id: String) -> Message {
    Message(
      "office.not-logged",
      en: "the log does not prove output \(id); nothing was handed out, run 'log verify'",
      zh: "日志未能证明 \(id)，未予交付，请运行 log verify")
  }
}
