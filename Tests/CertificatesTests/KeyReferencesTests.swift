import Certificates
import Diagnostics
import Notation
import Testing

/// The section `keys` of `site.yaml`.
@Suite struct KeyReferencesTests {
  private static let site = """
    {nameEnglish: A, nameChinese: B, addressEnglish: C, addressChinese: D, telephone: "1",
    fax: "2", place: P, code: X, verificationDomain: check.example.org, numberProfile: ccpit,
    isDemonstration: false,
    """

  private func read(_ keys: String) throws -> (issuer: Issuer?, faults: String) {
    let findings = Findings()
    let node = try YAMLText.parse(Array("\(Self.site)\n\(keys)}\n".utf8), file: "site.yaml")
    let issuer = Issuer(node, findings)
    return (issuer, Refusal(findings.diagnostics).description)
  }

  @Test func `without the section the standard names hold, and B-T`() throws {
    let keys = try #require(try read("").issuer).keys
    #expect(keys == .standard)
    #expect(keys.pdf.key == .file("pdf.key"))
    #expect(keys.record.key == .ring)
    #expect(keys.pdf.needsTimestamp)
    #expect(!keys.usesModule)
  }

  @Test func `every kind of key is read`() throws {
    let text = """
      keys: {
        pdf: {module: /usr/lib/m.so, token: office, key: seal, certificate: seal.pem,
          trust: [root.pem, stamps.pem], revoked: [office.crl], level: B-LT,
          timestamp: "http://stamps.example.org/"},
        record: {service: "https://keys.example.org/sign", key: r1, token-file: token.txt}}
      """
    let keys = try #require(try read(text).issuer).keys
    guard case .module(let module) = keys.pdf.key, case .service(let service) = keys.record.key
    else { return #expect(Bool(false), "\(keys)") }
    #expect([module.library, module.token, module.key] == ["/usr/lib/m.so", "office", "seal"])
    #expect(keys.pdf.certificate == "seal.pem")
    #expect(keys.pdf.trust == ["root.pem", "stamps.pem"])
    #expect(keys.pdf.revoked == ["office.crl"])
    #expect(keys.pdf.level == .longTerm)
    #expect(keys.pdf.timestamp == "http://stamps.example.org/")
    #expect(service.algorithm == .ecdsaP256)
    #expect(service.tokenFile == "token.txt")
    #expect(keys.record.publicKey == "record.pub")
    #expect(keys.usesModule)
  }

  @Test func `a basic signature needs no authority`() throws {
    let keys = try #require(try read("keys: {pdf: {level: B-B}}").issuer).keys
    #expect(keys.pdf.key == .file("pdf.key"))
    #expect(keys.pdf.level == .basic)
    #expect(!keys.pdf.needsTimestamp)
  }

  @Test(arguments: [
    ("keys: {}", "needs a time-stamping authority"),
    ("keys: {pdf: {level: B-T}}", "needs a time-stamping authority"),
    ("keys: {pdf: {level: B-X}}", "'B-X' is not allowed here"),
    ("keys: {pdf: {level: B-LT, timestamp: 'http://t.example/'}}", "name them in 'revoked'"),
    ("keys: {pdf: {level: B-B, trust: []}}", "'trust' names no certificate"),
    ("keys: {pdf: {level: B-B, file: a, module: b}}", "by one of 'file', 'module' and 'service'"),
    ("keys: {pdf: {level: B-B, module: b}}", "'token' is missing"),
    ("keys: {pdf: {level: B-B, file: a, token: t}}", "'token' is not a known field"),
    ("keys: {pdf: {timestamp: 'ftp://t.example/'}}", "'ftp://t.example/' cannot be used"),
    ("keys: {pdf: {timestamp: 'http://u:p@t.example/'}}", "cannot be used"),
    ("keys: {pdf: {level: B-B}, record: {}}", "by one of 'file', 'module' and 'service'"),
    (
      "keys: {pdf: {level: B-B}, record: {service: 'http://keys.example.org/', key: k}}",
      "'http://keys.example.org/' cannot be used"
    ),
    (
      "keys: {pdf: {level: B-B}, record: {service: 'https://k.example/', key: k, algorithm: rsa}}",
      "records are signed on P-256"
    ),
    ("keys: {pdf: {level: B-B}, recrod: {file: a}}", "did you mean 'record'"),
  ])
  func `what cannot be is refused`(_ text: String, _ fault: String) throws {
    let (issuer, faults) = try read(text)
    #expect(issuer == nil)
    #expect(faults.contains(fault), "\(faults)")
  }

  @Test func `on this machine a signing service may speak plain HTTP`() throws {
    for host in ["localhost", "127.0.0.1", "[::1]"] {
      let text =
        "keys: {pdf: {level: B-B}, record: {service: 'http://\(host):81/', key: k}}"
      #expect(try read(text).issuer != nil, "\(host)")
    }
  }
}
