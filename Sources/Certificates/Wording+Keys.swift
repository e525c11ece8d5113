import Diagnostics

/// What is said of the section `keys` of `site.yaml`.
extension Wording {
  static let keyPlace = Message(
    "site.key-place", en: "say where the key is by one of 'file', 'module' and 'service'",
    zh: "请用“file”“module”“service”之一说明密钥所在")

  static let recordAlgorithm = Message(
    "site.record-algorithm", en: "records are signed on P-256; write 'ecdsaP256'",
    zh: "验证记录使用 P-256 签名，请写“ecdsaP256”")

  static let noTrust = Message(
    "site.no-trust", en: "'trust' names no certificate; name the authority's own",
    zh: "“trust”为空，请写明签发机构的证书文件")

  static let noRevocationLists = Message(
    "site.no-revocation-lists", en: "level B-LT keeps revocation lists; name them in 'revoked'",
    zh: "B-LT 级签名须附吊销列表，请在“revoked”中写明文件")

  static func longDomain(_ domain: String, longest: Int) -> Message {
    Message(
      "site.long-domain",
      en: "'\(domain)' has more than \(longest) characters; it stands beside every code",
      zh: "“\(domain)”超过 \(longest) 个字符；域名须印在二维码旁")
  }

  static func badDomain(_ domain: String) -> Message {
    Message(
      "site.bad-domain", en: "'\(domain)' is no host name, such as check.example.org",
      zh: "“\(domain)”不是域名，例如 check.example.org")
  }

  static let noTimestamp = Message(
    "site.no-timestamp",
    en: "this level needs a time-stamping authority; give its URL in 'timestamp', or 'level: B-B'",
    zh: "该级别需要时间戳服务，请在“timestamp”中写明网址，或改用“level: B-B”")

  static func serviceAddress(_ text: String) -> Message {
    Message(
      "site.service-address",
      en: "'\(text)' cannot be used; write an https URL (http only for time-stamps, or on this "
        + "machine)",
      zh: "“\(text)”不可用，请写 https 网址（http 仅可用于时间戳服务或本机）")
  }
}
