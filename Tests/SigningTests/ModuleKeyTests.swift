import Foundation
import Support
import Testing

@testable import Signing

/// Keys in SoftHSM, a security module in software, through the same calls as in a real one.
@Suite(.serialized) final class ModuleKeyTests {
  private static let pin = Array(SoftModule.pin.utf8)

  private func place(
    _ key: String = "seal", token: String = SoftModule.token,
    library: String = SoftModule.library
  ) -> ModuleKey.Place {
    ModuleKey.Place(library: library, token: token, key: key)
  }

  @Test(arguments: ["seal", "seal-rsa"])
  func `a key in the module signs`(label: String) async throws {
    let module = try SoftModule.made()
    let key = try ModuleKey(place(label), pin: Self.pin)
    #expect(key.algorithm == (label == "seal" ? .ecdsaP256 : .rsa))
    let known = try PublicKey(DERNode(Array(module.publicKey(label)), "public key"))
    for length in [0, 1, 300] {
      let bytes = [UInt8](repeating: 7, count: length)
      let signature = try await key.signature(over: bytes)
      #expect(known.isValid(signature, over: bytes, .sha256))
    }
  }

  @Test(arguments: ["seal", "seal-rsa"])
  func `a file signed in the module passes`(label: String) async throws {
    let module = try SoftModule.made()
    let pem = module.folder.appending(path: "\(label).pem").path
    let written = try Program.run(
      "openssl", ["pkey", "-pubin", "-inform", "DER", "-pubout", "-out", pem],
      input: try module.publicKey(label))
    #expect(written.status == 0, "\(written.errorText)")
    let authority = try TestAuthority.shared.get()
    let signer = Signer(
      key: try ModuleKey(place(label), pin: Self.pin),
      certificate: try authority.certificate(forKey: pem, serial: label.utf8.count + 90),
      chain: [try authority.certificate("office")], trust: try authority.trust())
    let file = try await signer.sign(
      PDFRevision(Bases.drawn(pages: 1)), Bases.request(), level: .timestamped(authority.stamps))
    #expect(file.level == .timestamped)
  }

  @Test func `a module says what is wrong with it`() throws {
    _ = try SoftModule.made()
    let pin = Self.pin
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
