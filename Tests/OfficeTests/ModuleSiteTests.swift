import Certificates
import Credentials
import Foundation
import Measures
import Signing
import Support
import Testing

@testable import Office

/// Record and file keys in SoftHSM, a security module in software.
@Suite(.serialized) struct ModuleSiteTests {
  private static let library = SoftModule.library
  private static let pin = SoftModule.pin

  /// The public half as the module hands it out, as PEM in the keys' folder.
  private func export(_ label: String, to name: String, of site: KeySite) throws {
    let key = try SoftModule.made().publicKey(label, of: SoftModule.site)
    try key.write(to: URL(filePath: site.path("\(name).der")))
    try site.openSSL(
      "pkey", "-pubin", "-inform", "DER", "-in", "\(name).der", "-pubout", "-out", name)
  }

  @Test func `both keys sign in the module, opened by its own PIN`() async throws {
    _ = try SoftModule.made()
    let site = try await KeySite()
    try export("record", to: "record.pub", of: site)
    try export("seal", to: "seal.pub", of: site)
    try site.certify("seal.pub", as: "seal.pem")
    let place = "module: \(Self.library), token: site"
    try site.state(
      "keys: {pdf: {\(place), key: seal, certificate: seal.pem}, record: {\(place), key: record}}\n"
    )
    _ = try await site.care(on: "2026-06-01").rotateRecord()
    let keys = try await site.open(pin: Array(Self.pin.utf8))
    let signer = try keys.recordSigner(for: try KeySite.day("2026-06-01"))
    let signed = try await SignedRecord(payload: Array(repeating: 7, count: 300), by: signer)
    #expect(signed.isSigned(by: signer.publicKey))
    let listed = try PublicKeys.open(site.folder).keyList.entries(for: signed.keyID)
    #expect(listed.map(\.key) == [signer.publicKey])
    try await keys.signer.check(at: KeySite.now)
  }

  @Test func `a module says what is wrong with it`() async throws {
    _ = try SoftModule.made()
    let site = try await KeySite()
    try export("record", to: "record.pub", of: site)
    func code(_ place: String, pin: String = Self.pin) async throws -> SigningError.Code? {
      try site.state("keys: {record: {\(place)}}\n")
      return await #expect(throws: SigningError.self, "\(place)") {
        try await site.open(pin: Array(pin.utf8))
      }?.code
    }
    let library = "module: \(Self.library)"
    #expect(try await code("module: /nowhere/m.so, token: site, key: record") == .moduleGone)
    #expect(try await code("\(library), token: other, key: record") == .moduleGone)
    #expect(try await code("\(library), token: site, key: unknown") == .keyMissing)
    #expect(try await code("\(library), token: site, key: record", pin: "9999") == .passwordWrong)
    // Another key of the module than the published one.
    try site.state("keys: {record: {\(library), token: site, key: seal}}\n")
    let error = await #expect(throws: OfficeError.self) {
      try await site.open(pin: Array(Self.pin.utf8))
    }
    #expect(error?.code == .keysDiffer)
  }
}
