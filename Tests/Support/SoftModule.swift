package import Foundation

/// SoftHSM, a security module in software, with tokens made once a run.
///
/// The module reads its configuration and looks for tokens once a process, so all are made before.
package struct SoftModule: Sendable {
  /// The PKCS #11 library.
  package static let library = "/usr/lib/softhsm/libsofthsm2.so"
  /// The PIN of every token.
  package static let pin = "123456"
  /// Has the keys `seal` on P-256 and `seal-rsa`.
  package static let token = "office"
  /// Has the key `seal` on P-256; one test takes it away.
  package static let removable = "removable"

  /// Has the keys `seal` and `record` on P-256.
  package static let site = "site"

  /// Where tokens and their configuration are.
  package let folder: URL
  private let removableFolder: URL

  private static let shared = Result { try SoftModule() }

  /// The module of this run.
  package static func made() throws -> SoftModule { try shared.get() }

  private init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "originpress-module-\(ProcessInfo.processInfo.processIdentifier)")
    let tokens = folder.appending(path: "tokens")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: tokens, withIntermediateDirectories: true)
    let settings = folder.appending(path: "softhsm2.conf")
    let text = "directories.tokendir = \(tokens.path)\nobjectstore.backend = file\n"
    try Data(text.utf8).write(to: settings)
    setenv("SOFTHSM2_CONF", settings.path, 1)
    try Self.makeToken(Self.removable, [("seal", "EC:prime256v1")])
    removableFolder = try tokens.appending(
      path: FileManager.default.contentsOfDirectory(atPath: tokens.path)[0])
    try Self.makeToken(Self.token, [("seal", "EC:prime256v1"), ("seal-rsa", "rsa:2048")])
    try Self.makeToken(Self.site, [("seal", "EC:prime256v1"), ("record", "EC:prime256v1")])
  }

  private static func makeToken(_ label: String, _ keys: [(String, String)]) throws {
    try run(
      "softhsm2-util", "--init-token", "--free", "--label", label, "--pin", pin, "--so-pin",
      "87654321")
    for (key, kind) in keys {
      try run(
        "pkcs11-tool", "--module", library, "--token-label", label, "--login", "--pin", pin,
        "--keypairgen", "--key-type", kind, "--label", key)
    }
  }

  /// Takes the removable token away, as if somebody pulled it out.
  package func remove() throws { try FileManager.default.removeItem(at: removableFolder) }

  /// The public half of a key as the module hands it out to another program, as DER.
  package func publicKey(_ label: String, of token: String = token) throws -> Data {
    let file = folder.appending(path: "\(token)-\(label).der")
    try Self.run(
      "pkcs11-tool", "--module", Self.library, "--token-label", token, "--read-object", "--type",
      "pubkey", "--label", label, "--output-file", file.path)
    let converted = try Program.run(
      "openssl",
      ["pkey", "-pubin", "-inform", "DER", "-in", file.path, "-pubout", "-outform", "DER"])
    return converted.output
  }

  private static func run(_ command: String...) throws {
    let result = try Program.run(command[0], Array(command.dropFirst()))
    guard result.status == 0 else {
      throw Program.Failure(description: "\(command): \(result.text)\(result.errorText)")
    }
  }
}
