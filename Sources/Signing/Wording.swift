import Diagnostics

/// Every sentence of this module for people.
enum Wording {
  static let keyNotEncrypted = Message(
    "signing.key-not-encrypted",
    en: "the key file is not an encrypted PKCS #8 key; make one with openssl pkcs8 -topk8",
    zh: "密钥文件不是加密的 PKCS #8 密钥，请用 openssl pkcs8 -topk8 转换")

  static let keyDamaged = Message(
    "signing.key-damaged", en: "the key file is damaged or of a kind that is not supported",
    zh: "密钥文件已损坏或类型不受支持")

  static let passwordWrong = Message(
    "signing.password-wrong", en: "the password or PIN of the key is wrong", zh: "密钥的密码或 PIN 不正确")

  static let keyMismatch = Message(
    "signing.key-mismatch", en: "the key does not belong to the certificate", zh: "密钥与证书不匹配")

  static let certificateDamaged = Message(
    "signing.certificate-damaged", en: "the certificate of the key cannot be read",
    zh: "无法读取密钥的证书")

  static let listDamaged = Message(
    "signing.list-damaged", en: "the file is no revocation list, DER or PEM",
    zh: "该文件不是吊销列表（DER 或 PEM）")

  static func keyMissing(_ name: String) -> Message {
    Message(
      "signing.key-missing", en: "the security module has no signing key '\(name)'",
      zh: "密码设备中没有签名密钥“\(name)”")
  }

  static func moduleGone(_ name: String) -> Message {
    Message(
      "signing.module-gone",
      en: "the security module '\(name)' does not answer; is it connected and set up?",
      zh: "密码设备“\(name)”没有应答，请检查是否已连接并完成设置")
  }

  static func remoteDown(_ name: String) -> Message {
    Message(
      "signing.remote-down", en: "the signing service gave no signature of the key '\(name)'",
      zh: "签名服务未能用密钥“\(name)”签名")
  }

  static let timestampDown = Message(
    "signing.timestamp-down", en: "the time-stamping authority does not answer; nothing was signed",
    zh: "时间戳服务没有应答，未签发任何文件")

  static let timestampRefused = Message(
    "signing.timestamp-refused", en: "the time-stamping authority's answer cannot be used",
    zh: "时间戳服务的应答无法使用")

  static let noRoom = Message(
    "signing.no-room", en: "the signature is larger than the room kept for it", zh: "签名超出预留空间")

  static let checkFailed = Message(
    "signing.check-failed", en: "the signed file did not pass our own check and was not released",
    zh: "签名后的文件未通过自检，未予发出")

  static let sealDamaged = Message(
    "signing.seal-damaged", en: "the electronic seal cannot be read", zh: "无法读取电子印章")

  static let sealRefused = Message(
    "signing.seal-refused", en: "the electronic seal may not be used so", zh: "电子印章不可如此使用")

  static let noSM2 = Message(
    "signing.no-sm2", en: "OpenSSL's libcrypto, which has SM2 and SM3, is missing",
    zh: "缺少提供 SM2/SM3 的 OpenSSL libcrypto")

  // MARK: Files

  static func file(_ fault: PDFFault) -> Message {
    let (english, chinese) = sentences(fault)
    return Message("signing.file", en: "the PDF file \(english)", zh: "PDF 文件\(chinese)")
  }

  private static func sentences(_ fault: PDFFault) -> (String, String) {
    switch fault {
    case .syntax(let byte): ("cannot be read at byte \(byte)", "在第 \(byte) 字节处无法读取")
    case .tooDeep: ("has values nested too deep", "的数据嵌套过深")
    case .twice(let key): ("has the entry '\(key)' twice in one dictionary", "的同一字典中“\(key)”出现两次")
    case .noTable: ("has no readable table of objects", "没有可读取的对象表")
    case .tableStream:
      ("has its table of objects in a stream, which is not signed", "的对象表为流格式，不支持签名")
    case .encrypted: ("is encrypted and cannot be signed", "已加密，不能签名")
    case .signed: ("has a form or a signature already", "已有表单或签名")
    case .active(let key): ("has '\(key)', which may change what is seen", "含有可能改变显示内容的“\(key)”")
    case .noObject(let number): ("lacks object \(number)", "缺少对象 \(number)")
    case .noPages: ("has no readable pages", "没有可读取的页面")
    case .noSuchPage(let number): ("has no page \(number + 1)", "没有第 \(number + 1) 页")
    }
  }
}
