import Certificates
import Credentials
import Diagnostics

/// What the commands of the office say.
extension Wording {
  static let noRegister = Message(
    "command.no-register", en: "the folder has no register; give the right one with --data",
    zh: "该文件夹没有登记簿，请用 --data 指定")

  static func foreignData(_ path: String) -> Message {
    Message(
      "command.foreign-data",
      en: "'\(path)' was not made by a demonstration; give another folder with -o",
      zh: "“\(path)”不是演示程序生成的，请用 -o 指定其他文件夹")
  }

  static func issuedUnwritten(_ number: String) -> Message {
    Message(
      "command.issued-unwritten",
      en: "\(number) is issued all the same; get it with 'originpress issue \(number) -o OUT'",
      zh: "\(number) 已经签发，可用 originpress issue \(number) -o OUT 重新获取文件")
  }

  static func approved(_ number: String, by officer: String, on date: CalendarDate) -> Message {
    Message(
      "command.approved", en: "\(number) approved by \(officer), to be signed on \(date)",
      zh: "\(number) 已由 \(officer) 审核通过，签发日期 \(date)")
  }

  static func ownerSuspended(_ owner: String) -> Message {
    Message("command.owner-suspended", en: "\(owner) is suspended", zh: "\(owner) 已禁用")
  }

  static func ownerResumed(_ owner: String) -> Message {
    Message("command.owner-resumed", en: "\(owner) may seal and sign again", zh: "\(owner) 已恢复")
  }

  static func notOwner(_ text: String) -> Message {
    Message(
      "command.not-owner",
      en: "'\(text)' is no owner; write enterprise/CODE, signatory/CODE/ID, issuer or officer/ID",
      zh: "“\(text)”不是印章所有者，应为 enterprise/代码、signatory/代码/代号、issuer 或 officer/代号")
  }

  static let sameFile = Message(
    "command.same-file", en: "the same document, byte for byte", zh: "与原文件逐字节一致")

  static func sameThough(_ inputs: [String]) -> Message {
    let list = inputs.joined(separator: ", ")
    return Message(
      "command.same-though",
      en: "the same document, byte for byte, though these inputs changed: \(list)",
      zh: "与原文件逐字节一致；以下输入已变更：\(list)")
  }

  static func otherFile(_ inputs: [String]) -> Message {
    let list = inputs.joined(separator: ", ")
    return Message(
      "command.other-file", en: "not the same document; these inputs changed: \(list)",
      zh: "与原文件不一致；以下输入已变更：\(list)")
  }

  // MARK: The check

  static let whereToCheck = Message(
    "command.where-to-check",
    en: "give the published key list with --keys, or the register's folder with --data",
    zh: "请用 --keys 给出公钥清单，或用 --data 给出登记簿文件夹")

  static let serialAndCode = Message(
    "command.serial-and-code",
    en: "a number is checked together with --serial and --code, as the paper shows them",
    zh: "查验证书编号时须同时给出证书上的打印号（--serial）和校验码（--code）")

  static let fileSigned = Message(
    "command.file-signed",
    en:
      "signed by a trusted signer and not changed since; whether it still holds only the register knows",
    zh: "签名可信且文件未被更改；是否仍然有效须查登记簿")

  /// What the check says of a certificate.
  static func answer(_ answer: CredentialCheck.Answer) -> Message {
    let key = "command.check.\(answer.name)"
    switch answer {
    case .valid:
      return Message(
        key, en: "valid: logged and issued; compare every field with the paper",
        zh: "有效：已登记并签发，请逐项核对证书内容")
    case .notYetIssued:
      return Message(key, en: "not yet issued", zh: "尚未签发")
    case .void: return Message(key, en: "void", zh: "已作废")
    case .superseded(let number):
      return Message(key, en: "superseded by \(number)", zh: "已由 \(number) 替换")
    case .serialNoLongerValid:
      return Message(
        key, en: "the certificate was made again under another serial; this one is not valid",
        zh: "证书已以其他打印号重新生成，本打印号无效")
    case .copy(let ordinal):
      return Message(
        key, en: "copy \(ordinal) of a valid certificate, without force of its own",
        zh: "有效证书的第 \(ordinal) 份副本，本身无效力")
    case .unknown:
      return Message(
        key, en: "not known, or not matching: this is no certificate of the issuing body",
        zh: "查无此证或信息不符")
    }
  }
}

extension CredentialCheck.Answer {
  /// The answer's name for scripts.
  var name: String {
    switch self {
    case .valid: "valid"
    case .notYetIssued: "not-yet-issued"
    case .void: "void"
    case .superseded: "superseded"
    case .serialNoLongerValid: "serial-no-longer-valid"
    case .copy: "copy"
    case .unknown: "unknown"
    }
  }
}
