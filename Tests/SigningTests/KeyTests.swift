import Foundation
import Support
import Testing

@testable import Signing

/// What goes wrong with keys and services, each told apart (issue 3, what it must show).
struct KeyTests {
  private let authority: TestAuthority

  init() throws { authority = try TestAuthority.shared.get() }

  private func code(
    _ signer: Signer, at moment: Moment = Bases.now, _ level: SignatureLevel = .basic
  ) async throws -> SigningError.Code? {
    let revision = try PDFRevision(Bases.drawn(pages: 1))
    let request = Bases.request(at: moment)
    return await #expect(throws: SigningError.self) {
      try await signer.sign(revision, request, level: level)
    }?.code
  }

  @Test func `a key file opens with its password only`() throws {
    let pem = try authority.text("signer.key")
    let wrong = #expect(throws: SigningError.self) {
      try SoftwareKey(pem: pem, password: Array("wrong".utf8))
    }
    #expect(wrong?.code == .passwordWrong)
    for damaged in ["", "hello", String(pem.dropLast(90)), try authority.text("stamper-open.key")] {
      let error = #expect(throws: SigningError.self) {
        try SoftwareKey(pem: damaged, password: Array(TestAuthority.password.utf8))
      }
      #expect(error?.code == .keyDamaged)
    }
  }

  @Test func `a key file may use scrypt`() async throws {
    let pass = "pass:\(TestAuthority.password)"
    let made = try Program.run(
      "openssl",
      [
        "pkcs8", "-topk8", "-scrypt", "-in", authority.folder.appending(path: "signer.key").path,
        "-passin", pass, "-passout", pass,
      ])
    let key = try SoftwareKey(pem: made.text, password: Array(TestAuthority.password.utf8))
    let signature = try await key.signature(over: [1, 2, 3])
    let certificate = try authority.certificate("signer")
    #expect(certificate.publicKey.isValid(signature, over: [1, 2, 3], .sha256))
  }

  @Test func `a key that is not the certificate's is found out`() async throws {
    let signer = try authority.signer("signer", key: authority.key("revoked"))
    #expect(try await code(signer) == .keyMismatch)
  }

  @Test func `dates and trust are looked at before the key is used`() async throws {
    let gone = RemoteKey(name: "k", algorithm: .ecdsaP256) { _ in throw CancellationError() }
    let signer = try authority.signer("signer", key: gone)
    #expect(try await code(signer, at: Moment(year: 1999, month: 1, day: 1)) == .certificateEarly)
    #expect(try await code(signer, at: Moment(year: 2090, month: 1, day: 1)) == .certificateExpired)
    #expect(try await code(signer) == .remoteDown)
    let stranger = Signer(
      key: gone, certificate: try authority.certificate("signer"), chain: [],
      trust: Trust(anchors: [try authority.certificate("root")]))
    #expect(try await code(stranger) == .certificateUntrusted)
  }

  @Test func `a time-stamping authority may be down, refuse, or answer something else`()
    async throws
  {
    let signer = try authority.signer()
    let down = TimestampAuthority { _ in throw CancellationError() }
    #expect(try await code(signer, .timestamped(down)) == .timestampDown)
    // PKIStatusInfo 2, rejection.
    let refusing = TimestampAuthority { _ in [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02] }
    #expect(try await code(signer, .timestamped(refusing)) == .timestampRefused)
    let other = try await request(over: [9])
    let replayed = TimestampAuthority { _ in Array(try self.authority.stamp(other)) }
    #expect(try await code(signer, .timestamped(replayed)) == .timestampRefused)
    // The claimed time is later than the token's by more than clocks differ.
    let later = Bases.now + 3_600
    #expect(try await code(signer, at: later, .timestamped(authority.stamps)) == .checkFailed)
  }

  /// A request for a token over other bytes.
  private func request(over bytes: [UInt8]) async throws -> [UInt8] {
    actor Kept {
      var bytes: [UInt8] = []
      func keep(_ new: [UInt8]) { bytes = new }
    }
    let kept = Kept()
    let authority = TimestampAuthority { request in
      await kept.keep(request)
      return []
    }
    _ = try? await authority.token(over: bytes)
    return await kept.bytes
  }

  @Test func `a remote service signs the digest`() async throws {
    let certificate = try authority.certificate("rsa")
    let own = try authority.key("rsa")
    let bytes: [UInt8] = [1, 2, 3]
    let remote = RemoteKey(name: "chamber", algorithm: .rsa) { request in
      #expect(request.digest == DigestAlgorithm.sha256.of(bytes))
      return try await own.signature(over: bytes)
    }
    let signature = try await remote.signature(over: bytes)
    #expect(certificate.publicKey.isValid(signature, over: bytes, .sha256))
  }
}
