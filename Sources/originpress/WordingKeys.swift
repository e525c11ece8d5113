import Certificates
import Diagnostics

/// What the command says of keys and secrets.
extension Wording {
  static let askKeyPassword = Message(
    "command.ask-key-password", en: "Password of the keys", zh: "密钥密码")
  static let askModulePIN = Message(
    "command.ask-module-pin", en: "PIN of the security module", zh: "密码设备 PIN")
  static let askPIN = Message("command.ask-pin", en: "Your PIN", zh: "您的 PIN")
  static let askAgain = Message("command.ask-again", en: "The same again", zh: "请再次输入")

  static func secretWanted(_ option: String, _ variable: String) -> Message {
    Message(
      "command.secret-wanted",
      en: "a password or PIN is needed; give \(option), set \(variable), or use a terminal",
      zh: "需要密码或 PIN，请用 \(option) 指定文件、设置 \(variable)，或在终端中运行")
  }

  static let noSecret = Message(
    "command.no-secret", en: "the password or PIN is empty", zh: "密码或 PIN 为空")

  static func shortSecret(_ length: Int) -> Message {
    Message(
      "command.short-secret", en: "the password is short; take \(length) characters or more",
      zh: "密码过短，请至少使用 \(length) 个字符")
  }

  static let secretsDiffer = Message(
    "command.secrets-differ", en: "the two passwords differ; nothing was made",
    zh: "两次输入的密码不一致，未作任何更改")

  static func keysMade(_ folder: String) -> Message {
    Message(
      "command.keys-made", en: "keys made in \(folder); keep a copy of ring.json and its password",
      zh: "密钥已生成于 \(folder)，请另行保管 ring.json 及其密码")
  }

  static let publishKeys = Message(
    "command.publish-keys", en: "publish keylist.json anew", zh: "请重新公布 keylist.json")

  static let rotateNext = Message(
    "command.rotate-next", en: "make a new key with 'originpress keys rotate record'",
    zh: "请运行 originpress keys rotate record 生成新密钥")

  static func keysReady(_ level: String) -> Message {
    Message(
      "command.keys-ready", en: "every key signs; files get level \(level)",
      zh: "所有密钥均可签名，文件签名级别为 \(level)")
  }

  static func keyState(_ state: KeyReport.State, _ revoked: CalendarDate?) -> Message {
    switch state {
    case .serving: Message("command.key-serving", en: "serving", zh: "使用中")
    case .future: Message("command.key-future", en: "not yet serving", zh: "尚未启用")
    case .past: Message("command.key-past", en: "no longer serving", zh: "已停用")
    case .revoked:
      Message(
        "command.key-revoked", en: "revoked from \(revoked?.description ?? "")",
        zh: "自 \(revoked?.description ?? "") 起吊销")
    }
  }

  static let rootLabel = Message("command.root-label", en: "root", zh: "根密钥")
  static let logLabel = Message("command.log-label", en: "log", zh: "日志")
  static let recordLabel = Message("command.record-label", en: "record", zh: "验证记录")
}
