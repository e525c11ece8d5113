import Diagnostics

/// All wording of this module.
enum Wording {
  static func failure(_ code: CredentialError.Code, _ detail: String) -> Message {
    let (english, chinese) = sentence(code, detail)
    return Message("credential.\(code.rawValue)", en: english, zh: chinese)
  }

  private static func sentence(
    _ code: CredentialError.Code, _ detail: String
  ) -> (english: String, chinese: String) {
    switch code {
    case .noNumber: ("the certificate has no number yet, so it gets no record", "证书尚无编号，不能生成验证记录")
    case .noRecord: ("a void certificate or specimen gets no record", "作废证书及样张不生成验证记录")
    case .badKey: ("the text is no key of the log", "该内容不是日志密钥")
    case .badNote: ("the text is no signed note", "该内容不是签名文本（signed note）")
    case .notSigned:
      ("the note is not signed by the key that was asked for", "该文本没有指定密钥的签名")
    case .badTile:
      (
        "the log's tile '\(detail)' is missing or damaged; run 'log checkpoint', which makes missing ones anew",
        "日志分块“\(detail)”缺失或损坏；请运行 log checkpoint，缺失的分块会重新生成"
      )
    case .badJournal:
      (
        "the journal is damaged (\(detail)); run 'log verify'", "日志损坏（\(detail)），请运行 log verify"
      )
    case .noEntry: ("the log has no entry \(detail)", "日志中没有第 \(detail) 条")
    case .diskFailed:
      (
        "the log's disk failed at \(detail); mend it, then run the command again, which goes on from there",
        "日志磁盘出错：\(detail)；请排除故障后重新运行，将从中断处继续"
      )
    case .treeDiffers:
      (
        "the log is not what was published (\(detail)); nothing was signed, run 'log verify'",
        "日志与已公布的内容不符（\(detail)），未作签名；请运行 log verify"
      )
    case .badProof: ("the proof does not lead to the checkpoint", "该证明与检查点不符")
    }
  }

  static let wrongKeyEntry = Message(
    "credential.key-entry",
    en: "the key does not fit its algorithm, fingerprint or dates", zh: "公钥与其算法、指纹或有效期不符")

  static let noKeyList = Message(
    "credential.no-key-list", en: "the file is no key list", zh: "该文件不是公钥清单")

  static let keyListNotSigned = Message(
    "credential.key-list-not-signed",
    en: "the key list's signature is wrong; fetch the list again", zh: "公钥清单签名无效，请重新获取")

  static let noProof = Message(
    "credential.no-proof", en: "the file is no proof of a log entry", zh: "该文件不是日志证明")

  static func label(of key: RecordField.Key) -> RecordField.Label {
    switch key {
    case .number: ("certificate number", "证书编号")
    case .serial: ("serial", "打印号")
    case .form: ("form", "证书种类")
    case .issuer: ("issuing body", "签证机构")
    case .issued: ("date of issue", "签发日期")
    case .destination: ("destination", "目的国")
    case .exporter: ("exporter", "出口商")
    case .invoice: ("first invoice", "第一份发票号")
    case .invoiceDate: ("invoice date", "发票日期")
    case .value: ("total value", "总金额")
    case .currency: ("currency", "币种")
    case .grossWeight: ("gross weight", "毛重")
    case .items: ("items", "项数")
    case .hsCodes: ("HS codes", "HS 编码")
    case .kind: ("output", "文本类型")
    case .contentHash: ("hash of the contents", "内容摘要")
    }
  }
}
