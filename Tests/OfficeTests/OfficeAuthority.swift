import Foundation
import Office
import Signing
import Support

/// The demonstration authority at work once more: other certificates and lists of revoked ones.
struct OfficeAuthority {
  let folder: KeyFolder
  private var path: String { folder.path + "/authority" }
  private let secret = "pass:\(OfficeKeys.password)"

  /// The authority of a folder of keys that may be spoiled.
  init(_ folder: KeyFolder) { self.folder = folder }

  /// A certificate of the signer's key, or of another key as PEM; the file's path.
  func certificate(_ name: String, days: Int = 3650, forKey key: String? = nil) throws -> String {
    let file = "\(folder.path)/\(name).pem"
    var words = ["x509", "-req", "-in", "signer.csr", "-CA", "root.pem", "-CAkey", "root.key"]
    words += ["-passin", secret, "-set_serial", "77", "-days", "\(days)", "-out", file]
    words += ["-extfile", "extensions.cnf", "-extensions", "signer"]
    if let key { words += ["-force_pubkey", key] }
    try run(words)
    return file
  }

  /// A list that revokes the signer's first certificate; the file's path.
  func revocationList() throws -> String {
    let file = "\(folder.path)/revoked.pem"
    let settings = "[ca]\ndefault_ca = lists\n[lists]\ndatabase = index.txt\ndefault_md = sha256\n"
    try write(settings + "default_crl_days = 30\ncrlnumber = number\n", "lists.cnf")
    try write("R\t400101000000Z\t240101000000Z\t02\tunknown\t/CN=revoked\n", "index.txt")
    try write("01", "number")
    try run([
      "ca", "-gencrl", "-config", "lists.cnf", "-cert", "root.pem", "-keyfile", "root.key",
      "-passin", secret, "-out", file,
    ])
    return file
  }

  /// A key that belongs to no certificate, locked with the password; the file's path.
  func strangeKey() throws -> String {
    let file = "\(folder.path)/strange.key"
    try run([
      "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-aes-256-cbc",
      "-pass", secret, "-out", file,
    ])
    return file
  }

  /// A signer with some of its parts exchanged.
  func signer(
    certificate: String? = nil, key: (any Key)? = nil, revoked: String? = nil
  ) throws -> Signer {
    let lists = try revoked.map { try Trust.lists(in: Array(Data(contentsOf: URL(filePath: $0)))) }
    let trust = Trust(
      anchors: try X509Certificate.all(inPEM: folder.text("trust.pem")),
      revocationLists: lists ?? [])
    return Signer(
      key: try key ?? self.key("pdf.key"),
      certificate: try X509Certificate.all(inPEM: folder.text(certificate ?? "pdf.pem"))[0],
      chain: [], trust: trust)
  }

  /// The key of a file.
  func key(_ name: String) throws -> SoftwareKey {
    try SoftwareKey(pem: folder.text(name), password: Array(OfficeKeys.password.utf8))
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  private func run(_ arguments: [String]) throws {
    let result = try Program.run("env", ["--chdir", path, "openssl"] + arguments)
    guard result.status == 0 else {
      throw Program.Failure(description: "openssl \(arguments[0]): \(result.errorText)")
    }
  }
}
