import Foundation
import Support
import Testing

@testable import Signing

/// Electronic seals of GB/T 38540 by a seal maker that exists in the tests only.
///
/// With `ORIGINPRESS_SIGNING_FOLDER` set, a sealed file and its parts are written there.
struct SealTests {
  /// A key and its certificate, made by OpenSSL.
  private struct Owner {
    let key: [UInt8]
    let certificate: [UInt8]

    init(_ name: String) throws {
      let scratch = try Scratch()
      let (key, open) = (scratch.path("key.pem"), scratch.path("key.der"))
      let certificate = scratch.path("certificate.der")
      for arguments in [
        ["genpkey", "-algorithm", "SM2", "-out", key],
        ["pkcs8", "-topk8", "-nocrypt", "-in", key, "-outform", "DER", "-out", open],
        [
          "req", "-x509", "-key", key, "-sm3", "-sigopt", "distid:1234567812345678", "-days",
          "3650", "-subj", "/CN=\(name)", "-outform", "DER", "-out", certificate,
        ],
      ] {
        let result = try Program.run("openssl", arguments)
        guard result.status == 0 else {
          throw TestAuthority.Failure(description: "\(arguments[0]): \(result.errorText)")
        }
      }
      self.key = Array(try scratch.read("key.der"))
      self.certificate = Array(try scratch.read("certificate.der"))
    }

    var sealKey: SealKey {
      SealKey(certificate: certificate) { try #require(SM2.sign($0, key: key)) }
    }
  }

  private let maker: Owner
  private let office: Owner

  init() throws {
    maker = try Owner("Test seal maker")
    office = try Owner("Test office")
  }

  /// A seal that names the office's certificate, valid for a year around `moment`.
  private func seal(at moment: Moment = Bases.now) throws -> ElectronicSeal {
    let half = 182 * 86_400
    let picture = Array("GIF89a".utf8)
    let information = DERItem.sequence([
      .sequence([.ascii("ES"), .integer(4), .ascii("TEST")]),
      .ascii("31000000000001"),
      .sequence([
        .integer(1), .utf8("测试签证机构"), .integer(1), .sequence([.octets(office.certificate)]),
        .time(moment), .time(moment + -half), .time(moment + half),
      ]),
      .sequence([.ascii("GIF"), .octets(picture), .integer(42), .integer(42)]),
    ])
    let signature = try #require(SM2.sign(information.encoded, key: maker.key))
    return try ElectronicSeal(
      DERItem.sequence([
        information, .octets(maker.certificate), .identifier(Identifiers.sm2WithSM3),
        .bits(signature),
      ]).encoded)
  }

  private func sealed(_ file: [UInt8]) async throws -> [UInt8] {
    try await SealSignature(
      of: file, name: "certificate.pdf", seal: seal(), key: office.sealKey,
      maker: maker.certificate, at: Bases.now
    ).bytes
  }

  @Test func `SM3 is the standard's`() throws {
    // GM/T 0004-2012, A.1.
    let expected = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    #expect(Hexadecimal.text(try #require(SM2.digest(Array("abc".utf8)))) == expected)
  }

  @Test func `a sealed file passes and every change is refused for its reason`() async throws {
    let file = try Bases.drawn(pages: 1)
    let signature = try await sealed(file)
    let trusted = maker.certificate
    #expect(SealSignature.fault(of: signature, over: file, maker: trusted) == nil)
    #expect(SealSignature.fault(of: signature, over: file + [10], maker: trusted) == .digest)
    #expect(SealSignature.fault(of: signature, over: file, maker: office.certificate) == .maker)
    var dice = Dice(seed: 3)
    for index in signature.indices where dice.once(in: 9) {
      var changed = signature
      changed[index] ^= UInt8(1 << dice.number(0...7))
      #expect(SealSignature.fault(of: changed, over: file, maker: trusted) != nil, "byte \(index)")
    }
    guard let folder = ProcessInfo.processInfo.environment["ORIGINPRESS_SIGNING_FOLDER"]
    else { return }
    for (name, bytes) in [("sealed.pdf", file), ("sealed.ses", signature), ("maker.der", trusted)] {
      try Data(bytes).write(to: URL(filePath: folder).appending(path: name))
    }
  }

  @Test func `a seal is used by those it names and in its time`() async throws {
    let file = try Bases.drawn(pages: 1)
    let old = try seal(at: Moment(year: 2015, month: 1, day: 1))
    for (seal, key) in [(old, office.sealKey), (try seal(), try Owner("Stranger").sealKey)] {
      let error = await #expect(throws: SigningError.self) {
        try await SealSignature(
          of: file, name: "x", seal: seal, key: key, maker: maker.certificate, at: Bases.now)
      }
      #expect(error?.code == .seal)
    }
  }
}
