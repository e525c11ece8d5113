import Certificates
import Credentials
import Diagnostics
import Foundation
import Signing
import Support
import Testing

@testable import Office

/// Opening all keys for a release, and what may be wrong with them.
struct SiteKeysTests {
  private func code(
    _ site: KeySite, password: [UInt8] = KeySite.password, at moment: Moment = KeySite.now
  ) async -> String? {
    do {
      let keys = try await site.open(password: password, at: moment)
      try await keys.checkTimestamps()
      return nil
    } catch let error as OfficeError {
      return error.code.rawValue
    } catch let error as SigningError {
      return error.code.rawValue
    } catch {
      return "\(error)"
    }
  }

  @Test func `a demonstration signs and stamps out of the box`() async throws {
    let site = try await KeySite()
    let keys = try await site.open()
    #expect(keys.level.name == .timestamped)
    try await keys.checkTimestamps()
    #expect(keys.noteSigner.key == (try PublicKeys.open(site.folder)).logKey)
    #expect(try site.folder.noteSigner(password: KeySite.password).key == keys.noteSigner.key)
    #expect(
      try X509Certificate.all(inPEM: site.folder.text("pdf.pem"))[0].name.contains("NOT VALID"))
  }

  @Test func `each thing that is missing or wrong is named`() async throws {
    let site = try await KeySite()
    #expect(await code(site) == nil)
    #expect(await code(site, password: Array("wrong".utf8)) == "password")
    #expect(await code(site, at: Moment(year: 2090, month: 1, day: 1)) == "certificate-expired")
    #expect(await code(site, at: Moment(year: 2000, month: 1, day: 1)) == "certificate-early")
    for (name, missing, damaged) in [
      ("ring.json", "no-keys", "keys-damaged"), ("keylist.json", "key-file", "keys-damaged"),
      ("log.pub", "no-keys", "keys-damaged"), ("pdf.key", "key-file", "key-damaged"),
      ("pdf.pem", "key-file", "certificate-damaged"),
      ("trust.pem", "key-file", "certificate-damaged"),
    ] {
      let bytes = try site.folder.read(name)
      try FileManager.default.removeItem(atPath: site.path(name))
      #expect(await code(site) == missing, "\(name)")
      try site.folder.write(bytes.dropLast(bytes.count / 2), to: name)
      #expect(await code(site) == damaged, "\(name)")
      try site.folder.write(bytes, to: name)
    }
    #expect(await code(site) == nil)
  }

  @Test func `keys of another site are not taken`() async throws {
    let (site, other) = (try await KeySite(), try await KeySite())
    for name in ["keylist.json", "log.pub", "ring.json"] {
      let own = try site.folder.read(name)
      try site.folder.write(other.folder.read(name), to: name)
      #expect(await code(site) == "keys-differ", "\(name)")
      try site.folder.write(own, to: name)
    }
    let log = try other.folder.read("log.pub")
    try site.folder.write(log, to: "log.pub")
    #expect(throws: OfficeError.self) { try site.folder.noteSigner(password: KeySite.password) }
  }

  @Test func `a key that is not the certificate's is found out before anything is spent`()
    async throws
  {
    let site = try await KeySite()
    try site.makeKey("pdf.key", publicKey: "other.pub")
    #expect(await code(site) == "key-mismatch")
  }

  @Test func `a key file with another password than the ring's does not open`() async throws {
    let site = try await KeySite()
    try site.openSSL(
      "pkcs8", "-topk8", "-in", "authority/signer.key", "-passin", "env:KEY", "-passout",
      "pass:other", "-out", "pdf.key")
    #expect(await code(site) == "password-wrong")
  }

  @Test func `a level with time-stamps needs an authority`() async throws {
    let site = try await KeySite()
    try FileManager.default.removeItem(atPath: site.path("authority/stamper.pem"))
    #expect(await code(site) == "no-timestamps")
    try site.state("keys: {pdf: {level: B-B}}\n")
    #expect(await code(site) == nil)
    // A real site never falls back on the demonstration's stamper.
    let real = try await KeySite()
    try real.state("", isDemonstration: false)
    #expect(await code(real) == "no-timestamps")
    try real.state("keys: {pdf: {timestamp: 'http://127.0.0.1:9/'}}\n")
    #expect(await code(real) == "timestamp-down")
  }

  @Test func `revocation lists are read as PEM and DER, and what they revoke does not sign`()
    async throws
  {
    let site = try await KeySite()
    try lists(of: site)
    try site.state("keys: {pdf: {level: B-LT, revoked: [none.crl, none.pem]}}\n")
    let keys = try await site.open()
    #expect(keys.level.name == .longTerm)
    #expect(keys.trust.revocationLists.count == 2)
    try site.state("keys: {pdf: {revoked: [signer.crl]}}\n")
    #expect(await code(site) == "certificate-revoked")
    try site.state("keys: {pdf: {revoked: [pdf.pem]}}\n")
    #expect(await code(site) == "certificate-damaged")
  }

  /// A list of nothing, as PEM and as DER, and one of the signer.
  private func lists(of site: KeySite) throws {
    let settings = """
      [ca]
      default_ca = lists
      [lists]
      database = index.txt
      default_md = sha256
      default_crl_days = 100
      crlnumber = number

      """
    try site.folder.write(Data(settings.utf8), to: "lists.cnf")
    for (name, rows) in [
      ("none", ""), ("signer", "R\t400101000000Z\t240101000000Z\t02\tunknown\t/CN=signer\n"),
    ] {
      try site.folder.write(Data(rows.utf8), to: "index.txt")
      try site.folder.write(Data("01".utf8), to: "number")
      try site.openSSL(
        "ca", "-gencrl", "-config", "lists.cnf", "-cert", "authority/root.pem", "-keyfile",
        "authority/root.key", "-passin", "env:KEY", "-out", "\(name).pem")
      try site.openSSL("crl", "-in", "\(name).pem", "-outform", "DER", "-out", "\(name).crl")
    }
  }

  @Test func `a record key that is not its public half's is found out`() async throws {
    let site = try await KeySite()
    try site.state("keys: {record: {file: own.key}}\n")
    #expect(await code(site) == "key-file")
    try site.makeKey("own.key", publicKey: "record.pub")
    #expect(await code(site) == nil)
    try site.makeKey("other.key", publicKey: "record.pub")
    #expect(await code(site) == "keys-differ")
    try site.makeKey("p384.key", publicKey: "record.pub", curve: "P-384")
    #expect(await code(site) == "keys-damaged")
  }

  @Test func `a record key at a service signs, and says when it is gone`() async throws {
    let site = try await KeySite()
    try site.makeKey("locked.key", publicKey: "record.pub")
    try site.openSSL("pkey", "-in", "locked.key", "-passin", "env:KEY", "-out", "r1.key")
    try site.folder.write(Data((OutsideService.token + "\n").utf8), to: "token")
    var address = ""
    try await OutsideService.with(URL(fileURLWithPath: site.folder.path)) { service in
      address = service.url("sign")
      try site.state("keys: {record: {service: '\(address)', key: r1, token-file: token}}\n")
      _ = try await site.care(on: "2026-06-01").rotateRecord()
      let keys = try await site.open()
      let signer = try keys.recordSigner(for: try KeySite.day("2026-06-02"))
      let signed = try await SignedRecord(payload: [1, 2, 3], by: signer)
      #expect(signed.isSigned(by: signer.publicKey))
      #expect(signed.signature.count == 64)
      try site.state("keys: {record: {service: '\(address)', key: r1}}\n")
      #expect(await code(site) == "remote-down")
    }
    try site.state("keys: {record: {service: '\(address)', key: r1, token-file: token}}\n")
    #expect(await code(site) == "remote-down")
  }
}
