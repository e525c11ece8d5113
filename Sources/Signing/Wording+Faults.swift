import Diagnostics

extension Wording {
  /// What our own check found.
  static func fault(_ fault: SignatureFault) -> Message {
    let (key, english, chinese) = parts(fault)
    return Message("signing.fault.\(key)", en: english, zh: chinese)
  }

  private static func parts(_ fault: SignatureFault) -> (String, String, String) {
    switch fault {
    case .unreadable: ("unreadable", "the file is not a readable PDF file", "文件不是可读取的 PDF")
    case .noSignature: ("no-signature", "the file has no signature", "文件没有签名")
    case .severalSignatures: ("several", "the file has several signatures", "文件有多个签名")
    case .notCertified:
      ("not-certified", "the signature does not forbid all changes", "签名未禁止所有更改")
    case .range: ("range", "the signature does not cover the whole file", "签名未覆盖整个文件")
    case .gap: ("gap", "the place of the signature holds something else", "签名位置含有其他内容")
    case .laterRevision: ("later", "the file was added to after it was signed", "文件在签名后被追加内容")
    case .store: ("store", "the revocation data are missing or not as written", "吊销数据缺失或与写入不符")
    case .message: ("message", "the signature cannot be read", "无法读取签名")
    case .attributes:
      ("attributes", "the signed attributes are not those of PAdES", "签名属性不符合 PAdES")
    case .digest: ("digest", "the file was changed after it was signed", "文件在签名后被更改")
    case .signature: ("signature", "the signature is not the certificate's", "签名与证书不符")
    case .usage: ("usage", "the certificate is not for signing documents", "证书不可用于文件签名")
    case .otherCertificate:
      ("other-certificate", "the signature names another certificate", "签名指向另一证书")
    case .revocationDamaged:
      ("revocation", "a revocation list cannot be read", "无法读取吊销列表")
    default: certificateParts(fault)
    }
  }

  private static func certificateParts(_ fault: SignatureFault) -> (String, String, String) {
    switch fault {
    case .certificateEarly(let name):
      ("early", "the certificate '\(name)' is not valid yet", "证书“\(name)”尚未生效")
    case .certificateExpired(let name):
      ("expired", "the certificate '\(name)' has expired", "证书“\(name)”已过期")
    case .certificateRevoked(let name):
      ("revoked", "the certificate '\(name)' was revoked", "证书“\(name)”已吊销")
    case .certificateUntrusted(let name):
      (
        "untrusted", "the certificate '\(name)' is not from a trusted authority",
        "证书“\(name)”的签发机构不受信任"
      )
    case .timestampUnwanted: ("unwanted", "the signature has an unsigned attribute", "签名含有未签名属性")
    case .timestampDigest:
      ("timestamp-digest", "the time-stamp is of something else", "时间戳对应其他内容")
    case .timestampSignature:
      ("timestamp-signature", "the time-stamp is not an authority's", "时间戳并非由时间戳机构签发")
    case .timestampMoment:
      ("timestamp-moment", "the time-stamp is earlier than the claimed time", "时间戳早于声称的时间")
    default: ("timestamp", "the time-stamp is missing or cannot be read", "时间戳缺失或无法读取")
    }
  }
}
