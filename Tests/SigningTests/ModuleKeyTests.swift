import Foundation
import Support
import Testing

@testable import Signing

/// Keys in SoftHSM, a security module in software, through the same calls as in a real one.
@Suite(.serialized) final class ModuleKeyTests {
  private static let library = "/usr/lib/softhsm/libsofthsm2.so"
  private static let pin = "123456"

  /// SoftHSM reads its configuration once a process.
  private static let token = Result { try makeToken() }

  private static func makeToken() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "originpress-module-\(ProcessInfo.processInfo.processIdentifier)")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "tokens"), withIntermediateDirectories: true)
    let settings = folder.appending(path: "softhsm2.conf")
    let text = "directories.tokendir = \(folder.path)/tokens\nobjectstore.backend = file\n"
    try Data(text.utf8).write(to: settings)
    setenv("SOFTHSM2_CONF", settings.path, 1)
    try run(
      "softhsm2-util", "--init-token", "--free", "--label", "office", "--pin", pin, "--so-pin",
      "87654321")
    for (label, kind) in [("seal", "EC:prime256v1"), ("seal-rsa", "rsa:2048")] {
      try run(
        "pkcs11-tool", "--module", library, "--token-label", "office", "--login", "--pin", pin,
        "--keypairgen", "--key-type", kind, "--label", label)
    }
    return folder
  }

  private static func run(_ command: String...) throws {
    let result = try Program.run(command[0], Array(command.dropFirst()))
    guard result.status == 0 else {
      throw TestAuthority.Failure(description: "\(command): \(result.text)\(result.errorText)")
    }
  }

  private func place(
    _ key: String = "seal", token: String = "office", library: String = library
  ) -> ModuleKey.Place {
    ModuleKey.Place(library: library, token: token, key: key)
  }

  /// The public key as the module itself hands it out, by another program.
  private func publicKey(_ label: String, in folder: URL) throws -> PublicKey {
    let file = folder.appending(path: "\(label).der")
    try Self.run(
      "pkcs11-tool", "--module", Self.library, "--token-label", "office", "--read-object",
      "--type", "pubkey", "--label", label, "--output-file", file.path)
    let converted = try Program.run(
      "openssl",
      ["pkey", "-pubin", "-inform", "DER", "-in", file.path, "-pubout", "-outform", "DER"])
    return try PublicKey(DERNode(Array(converted.output), "public key"))
  }

  @Test(arguments: ["seal", "seal-rsa"])
  func `a key in the module signs`(label: String) async throws {
    let folder = try Self.token.get()
    let key = try ModuleKey(place(label), pin: Array(Self.pin.utf8))
    #expect(key.algorithm == (label == "seal" ? .ecdsaP256 : .rsa))
    let known = try publicKey(label, in: folder)
    for length in [0, 1, 300] {
      let bytes = [UInt8](repeating: 7, count: length)
      let signature = try await key.signature(over: bytes)
      #expect(known.isValid(signature, over: bytes, .sha256))
    }
  }

  @Test(arguments: ["seal", "seal-rsa"])
  func `a file signed in the module passes`(label: String) async throws {
    let folder = try Self.token.get()
    _ = try publicKey(label, in: folder)
    let pem = folder.appending(path: "\(label).pem").path
    try Self.run(
      "openssl", "pkey", "-pubin", "-inform", "DER", "-in",
      folder.appending(path: "\(label).der").path, "-pubout", "-out", pem)
    let authority = try TestAuthority.shared.get()
    let signer = Signer(
      key: try ModuleKey(place(label), pin: Array(Self.pin.utf8)),
      certificate: try authority.certificate(forKey: pem, serial: label.utf8.count + 90),
      chain: [try authority.certificate("office")], trust: try authority.trust())
    let file = try await signer.sign(
      PDFRevision(Bases.drawn(pages: 1)), Bases.request(), level: .timestamped(authority.stamps))
    #expect(file.level == .timestamped)
  }

  @Test func `a module says what is wrong with it`() throws {
    _ = try Self.token.get()
    let pin = Array(Self.pin.utf8)
    let cases: [(ModuleKey.Place, [UInt8], SigningError.Code)] = [
      (place(library: "/nowhere/module.so"), pin, .moduleGone),
      (place(token: "another"), pin, .moduleGone),
      (place("unknown"), pin, .keyMissing),
      (place(), Array("9999".utf8), .passwordWrong),
    ]
    for (place, pin, code) in cases {
      let error = #expect(throws: SigningError.self) { try ModuleKey(place, pin: pin) }
      #expect(error?.code == code)
    }
  }
}
