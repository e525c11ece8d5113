import Certificates
import Diagnostics

/// What is said of the keys of a site.
extension Wording {
  static func noKeys(_ folder: String) -> Message {
    Message(
      "office.no-keys", en: "'\(folder)' has no keys yet; make them with 'originpress keys init'",
      zh: "“\(folder)”中尚无密钥，请先运行 originpress keys init")
  }

  static func keysExist(_ path: String) -> Message {
    Message(
      "office.keys-exist", en: "'\(path)' exists already and is never overwritten",
      zh: "“\(path)”已存在，不会被覆盖")
  }

  static let wrongPassword = Message(
    "office.password", en: "the password of the keys is wrong", zh: "密钥的密码不正确")

  static func damagedKeys(_ path: String) -> Message {
    Message(
      "office.keys-damaged", en: "'\(path)' is damaged or altered; take it from your backup",
      zh: "“\(path)”已损坏或被改动，请从备份恢复")
  }

  static func missingKeyFile(_ path: String) -> Message {
    Message(
      "office.key-file", en: "the key file '\(path)' cannot be read; check 'keys' in site.yaml",
      zh: "无法读取密钥文件“\(path)”，请检查 site.yaml 中的“keys”")
  }

  static func unwritableKeys(_ path: String) -> Message {
    Message(
      "office.keys-unwritable", en: "cannot write '\(path)'; check the folder and its permissions",
      zh: "无法写入“\(path)”，请检查文件夹及权限")
  }

  static let keysDiffer = Message(
    "office.keys-differ", en: "the key list or the log's key is not of this key ring",
    zh: "公钥清单或日志公钥与密钥环不符")

  static func otherDomain(_ list: String, _ site: String) -> Message {
    Message(
      "office.other-domain",
      en: "the keys were made for '\(list)', but site.yaml says '\(site)'",
      zh: "密钥是为“\(list)”生成的，而 site.yaml 中为“\(site)”")
  }

  static func noServingKey(_ day: CalendarDate) -> Message {
    Message(
      "office.no-serving-key",
      en: "no key signs records of \(day); make one with 'originpress keys rotate record'",
      zh: "没有可签署 \(day) 验证记录的密钥，请运行 originpress keys rotate record")
  }

  static let noTimestamps = Message(
    "office.no-timestamps",
    en: "level B-T needs a time-stamping authority; give 'keys: pdf: timestamp' in site.yaml",
    zh: "B-T 级签名需要时间戳服务，请在 site.yaml 的“keys: pdf: timestamp”中写明网址")

  static func recordKeyMismatch(_ path: String) -> Message {
    Message(
      "office.record-key", en: "the record key does not belong to '\(path)'",
      zh: "验证记录的私钥与“\(path)”不符")
  }

  static func notP256(_ path: String) -> Message {
    Message(
      "office.not-p256", en: "'\(path)' is no public key on P-256 as PEM",
      zh: "“\(path)”不是 P-256 公钥（PEM）")
  }

  static let keyListed = Message(
    "office.key-listed",
    en: "that record key is in the list already; put the new one's public half in its place",
    zh: "该公钥已在清单中，请先换上新密钥的公钥")

  static func unknownFingerprint(_ text: String) -> Message {
    Message(
      "office.unknown-fingerprint",
      en: "no one key of the list begins with '\(text)'; see 'originpress keys list'",
      zh: "清单中没有唯一以“\(text)”开头的密钥，请运行 originpress keys list 查看")
  }

  static let noDemonstration = Message(
    "office.no-demonstration",
    en: "a demonstration authority is only for a site with 'isDemonstration: true'",
    zh: "演示机构仅用于“isDemonstration: true”的站点")

  static func noOrigin(_ text: String) -> Message {
    Message(
      "office.no-origin", en: "'\(text)' is no name of a log; leave out blanks and plus signs",
      zh: "“\(text)”不能用作日志名称，请去掉空格和加号")
  }

  static func noYear(_ day: CalendarDate) -> Message {
    Message(
      "office.no-year", en: "no key serves from \(day); give an earlier day",
      zh: "密钥不能自 \(day) 起使用，请给出较早的日期")
  }

  static func openSSL(_ cause: String) -> Message {
    Message(
      "office.openssl", en: "openssl could not serve the demonstration authority: \(cause)",
      zh: "openssl 未能为演示机构完成操作：\(cause)")
  }

  static func notLater(_ day: CalendarDate) -> Message {
    Message(
      "office.revoked-before",
      en: "the key is revoked from \(day) already; a revocation only moves back",
      zh: "该密钥已自 \(day) 起吊销，吊销日期只能提前")
  }
}
