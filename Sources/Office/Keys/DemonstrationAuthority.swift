import Certificates
import Foundation

/// A certificate authority for demonstrations, made by OpenSSL: root, signer and time-stamper.
///
/// Every certificate says that it is not valid. The files lie in the folder `authority` of the keys'
/// folder; what signing needs of them is copied to the standard names.
struct DemonstrationAuthority {
  static let folderName = "authority"
  static let stamperKey = "stamper.key"
  static let stamper = "stamper.pem"
  private static let root = "root.pem"
  private static let days = "3650"

  private static let copies = [
    ("signer.key", KeyReferences.File.standardKey),
    ("signer.pem", KeyReferences.File.standardCertificate),
    (root, KeyReferences.File.standardTrust[0]),
  ]

  private let folder: KeyFolder
  private let openSSL: OpenSSL
  /// Where the files are until all are made.
  private var path: String { openSSL.folder }

  /// The names of all that is made.
  static var names: [String] { copies.map(\.1) + [folderName] }

  /// The authority of a keys' folder, its keys locked with the password.
  init(_ folder: KeyFolder, password: [UInt8]) {
    self.folder = folder
    openSSL = OpenSSL(
      folder: folder.path(of: "\(Self.folderName).\(getpid()).part"), password: password)
  }

  /// Makes the authority and the files of the standard references.
  ///
  /// - Throws: ``OfficeError`` of code `keys-exist`, `unwritable` or `demonstration`.
  func make() async throws(OfficeError) {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try makeFolder()
    try await makeRoot()
    try await makeKey("signer", protection: ["-scrypt", "-passout", OpenSSL.password])
    try await makeCertificate("signer", "SIGNER", serial: 2)
    try await makeKey("stamper", protection: ["-nocrypt"])
    try await makeCertificate("stamper", "TIME-STAMPER", serial: 3)
    let goal = folder.path(of: Self.folderName)
    guard rename(path, goal) == 0 else {
      throw OfficeError(.keysExist, Wording.keysExist(goal))
    }
    for (name, copy) in Self.copies {
      let bytes = try folder.read("\(Self.folderName)/\(name)")
      try folder.write(bytes, to: copy, isPublic: name != "signer.key", isNew: true)
    }
  }

  private func makeFolder() throws(OfficeError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw OfficeError(.unwritable, Wording.unwritableKeys(path)) }
    try folder.write(Self.extensions.utf8, to: "\(path)/extensions.cnf")
  }

  private func makeRoot() async throws(OfficeError) {
    try await makeKey("root", protection: ["-scrypt", "-passout", OpenSSL.password])
    try await openSSL.run(
      "req", "-x509", "-config", "extensions.cnf", "-extensions", "authority", "-key", "root.key",
      "-passin", OpenSSL.password, "-days", Self.days, "-subj", Self.subject("ROOT"), "-out",
      Self.root)
  }

  /// The plain key is in a file of its own until it is locked.
  private func makeKey(_ name: String, protection: [String]) async throws(OfficeError) {
    let plain = "\(name).plain"
    defer { try? FileManager.default.removeItem(atPath: "\(path)/\(plain)") }
    try await openSSL.run(
      ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", plain])
    try await openSSL.run(
      ["pkcs8", "-topk8", "-in", plain, "-out", "\(name).key"] + protection)
  }

  private func makeCertificate(
    _ name: String, _ title: String, serial: Int
  ) async throws(OfficeError) {
    try await openSSL.run(
      "req", "-new", "-config", "extensions.cnf", "-key", "\(name).key", "-passin",
      OpenSSL.password, "-subj", Self.subject(title), "-out", "\(name).csr")
    try await openSSL.run(
      "x509", "-req", "-in", "\(name).csr", "-CA", Self.root, "-CAkey", "root.key", "-passin",
      OpenSSL.password, "-set_serial", "\(serial)", "-days", Self.days, "-extfile",
      "extensions.cnf", "-extensions", name, "-out", "\(name).pem")
  }

  private static func subject(_ title: String) -> String {
    "/O=DEMONSTRATION - NOT VALID/CN=DEMONSTRATION \(title) - NOT VALID"
  }

  private static let extensions = """
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

    """
}
