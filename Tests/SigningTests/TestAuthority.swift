import Foundation
import Support

@testable import Signing

/// A certificate authority, signers and a time-stamping authority made by OpenSSL in a folder.
final class TestAuthority: Sendable {
  struct Failure: Error {
    let description: String
  }

  static let password = "long enough"
  /// Made once for all tests of a run.
  static let shared = Result { try TestAuthority() }

  let folder: URL
  private static let configuration = """
    [authority]
    basicConstraints = critical, CA:TRUE
    keyUsage = critical, keyCertSign, cRLSign
    subjectKeyIdentifier = hash
    [signer]
    basicConstraints = critical, CA:FALSE
    keyUsage = critical, digitalSignature, nonRepudiation
    subjectKeyIdentifier = hash
    authorityKeyIdentifier = keyid
    [stamper]
    basicConstraints = critical, CA:FALSE
    keyUsage = critical, digitalSignature
    extendedKeyUsage = critical, timeStamping
    subjectKeyIdentifier = hash
    authorityKeyIdentifier = keyid
    [req]
    distinguished_name = name
    [name]
    [ca]
    default_ca = lists
    [lists]
    database = index.txt
    default_md = sha256
    default_crl_days = 3650
    crlnumber = number
    [tsa]
    default_tsa = stamps
    [stamps]
    serial = stamp-serial
    signer_digest = sha256
    default_policy = 1.2.3.4.1
    digests = sha256
    ess_cert_id_alg = sha256
    """

  private init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "originpress-authority-\(ProcessInfo.processInfo.processIdentifier)")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(Self.configuration, "openssl.cnf")
    try write("01", "stamp-serial")
    try write("01", "number")
    let curve = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]
    let rsa = ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072"]
    try makeKey("root", curve)
    try openssl(
      "req", "-x509", "-config", "openssl.cnf", "-extensions", "authority", "-key", "root.key",
      "-passin", "pass:\(Self.password)", "-days", "7300", "-subj", "/O=Test/CN=Test Root",
      "-out", "root.pem")
    try makeCertificate("office", "authority", curve, issuer: "root", serial: 2)
    for (serial, (name, kind)) in [("signer", curve), ("rsa", rsa), ("revoked", curve)].enumerated()
    {
      try makeCertificate(name, "signer", kind, issuer: "office", serial: 16 + serial)
    }
    try makeCertificate("stamper", "stamper", curve, issuer: "root", serial: 3)
    // The stamper's key is opened by OpenSSL itself, each time without the cost of a password.
    try openssl(
      "pkey", "-in", "stamper.key", "-passin", "pass:\(Self.password)", "-out", "stamper-open.key")
    try makeList("root", [])
    try makeList("office", [18])
  }

  // MARK: What tests use

  func certificate(_ name: String) throws -> X509Certificate {
    try X509Certificate.all(inPEM: text("\(name).pem"))[0]
  }

  func key(_ name: String) throws -> SoftwareKey {
    try SoftwareKey(pem: text("\(name).key"), password: Array(Self.password.utf8))
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func lists() throws -> [[UInt8]] {
    try ["root", "office"].map { Array(try Data(contentsOf: folder.appending(path: "\($0).crl"))) }
  }

  func trust(withLists: Bool = true) throws -> Trust {
    Trust(anchors: [try certificate("root")], revocationLists: withLists ? try lists() : [])
  }

  func signer(
    _ name: String = "signer", key: (any Key)? = nil, withLists: Bool = true
  ) throws -> Signer {
    Signer(
      key: try key ?? self.key(name), certificate: try certificate(name),
      chain: [try certificate("office")], trust: try trust(withLists: withLists))
  }

  /// All that a B-LT file keeps.
  func store() throws -> SecurityStore {
    SecurityStore(
      certificates: try ["root", "office", "signer", "stamper"].map { try certificate($0).bytes },
      revocationLists: try lists())
  }

  /// `openssl ts` behind the closure.
  var stamps: TimestampAuthority {
    TimestampAuthority { request in Array(try self.stamp(request)) }
  }

  func stamp(_ request: [UInt8]) throws -> Data {
    let scratch = try Scratch()
    let query = try scratch.write(Data(request), "query")
    let serial = try scratch.write(Data("01".utf8), "serial")
    let configuration = Self.configuration.replacing("stamp-serial", with: serial)
    let settings = try scratch.write(Data(configuration.utf8), "openssl.cnf")
    try openssl(
      "ts", "-reply", "-config", settings, "-queryfile", query, "-signer", "stamper.pem",
      "-inkey", "stamper-open.key", "-out", scratch.path("reply"))
    return try scratch.read("reply")
  }

  /// A signer's certificate for a public key (PEM) that the authority did not make.
  func certificate(forKey path: String, serial: Int) throws -> X509Certificate {
    let name = "outside-\(serial).pem"
    try openssl(
      "x509", "-req", "-in", "signer.csr", "-force_pubkey", path, "-CA", "office.pem", "-CAkey",
      "office.key", "-passin", "pass:\(Self.password)", "-set_serial", "\(serial)", "-days", "3650",
      "-extfile", "openssl.cnf", "-extensions", "signer", "-out", name)
    return try X509Certificate.all(inPEM: text(name))[0]
  }

  // MARK: Making it

  private func makeKey(_ name: String, _ kind: [String]) throws {
    try openssl(
      ["genpkey"] + kind
        + ["-aes-256-cbc", "-pass", "pass:\(Self.password)", "-out", "\(name).key"])
  }

  private func makeCertificate(
    _ name: String, _ section: String, _ kind: [String], issuer: String, serial: Int
  ) throws {
    let pass = "pass:\(Self.password)"
    try makeKey(name, kind)
    try openssl(
      "req", "-new", "-config", "openssl.cnf", "-key", "\(name).key", "-passin", pass, "-subj",
      "/O=Test/CN=Test \(name)", "-out", "\(name).csr")
    try openssl(
      "x509", "-req", "-in", "\(name).csr", "-CA", "\(issuer).pem", "-CAkey", "\(issuer).key",
      "-passin", pass, "-set_serial", "\(serial)", "-days", "3650", "-extfile", "openssl.cnf",
      "-extensions", section, "-out", "\(name).pem")
  }

  private func makeList(_ name: String, _ revoked: [Int]) throws {
    let rows = revoked.map { number in
      let serial = String(number, radix: 16)
      return "R\t400101000000Z\t240101000000Z\t\(serial)\tunknown\t/CN=revoked\n"
    }
    try write(rows.joined(), "index.txt")
    try openssl(
      "ca", "-gencrl", "-config", "openssl.cnf", "-cert", "\(name).pem", "-keyfile",
      "\(name).key", "-passin", "pass:\(Self.password)", "-out", "\(name).crl.pem")
    try openssl("crl", "-in", "\(name).crl.pem", "-outform", "DER", "-out", "\(name).crl")
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func openssl(_ arguments: String...) throws { try openssl(arguments) }

  private func openssl(_ arguments: [String]) throws {
    let result = try Program.run(
      "env", ["--chdir", folder.path, "openssl"] + arguments)
    guard result.status == 0 else {
      throw Failure(description: "openssl \(arguments[0]): \(result.errorText)")
    }
  }
}
