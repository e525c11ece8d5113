import Certificates
import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk
import Signing
import Store
import Support
import Testing

/// Keys that fail: told when they are opened, and at the release nothing goes out by halves.
@Suite struct KeyFaultTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  // MARK: Opened

  @Test func `a wrong password opens nothing`() async throws {
    let folder = try await OfficeKeys.all().folder
    let error = await #expect(throws: OfficeError.self) {
      try await OfficeKeys.open(folder, password: "too short")
    }
    #expect(error?.code == .password)
    #expect("\(error, default: "")".contains("too short") == false)
  }

  @Test(arguments: [
    ("ring.json", OfficeError.Code.noKeys), ("pdf.key", .keyFile), ("pdf.pem", .keyFile),
    ("trust.pem", .keyFile), ("keylist.json", .keyFile),
  ])
  func `a missing file is named`(_ name: String, _ code: OfficeError.Code) async throws {
    let folder = try await OfficeKeys.copy(in: scratch)
    try FileManager.default.removeItem(atPath: folder.path(of: name))
    let error = await #expect(throws: OfficeError.self) { try await OfficeKeys.open(folder) }
    #expect(error?.code == code)
    let named = error?.description.contains(name) ?? false
    #expect(named || code == .noKeys)
  }

  @Test func `a key that is not the certificate's, an expired and a revoked one are told`()
    async throws
  {
    let folder = try await OfficeKeys.copy(in: scratch)
    let authority = OfficeAuthority(folder)
    let now = Int(Date().timeIntervalSince1970)
    let key = try authority.strangeKey()
    let short = try authority.certificate("short", days: 1)
    let list = try authority.revocationList()
    let cases: [(String, Int, SigningError.Code)] = [
      ("file: \(key)", now, .keyMismatch),
      ("certificate: \(short)", now + 2 * 86_400, .certificateExpired),
      ("revoked: [\(list)]", now, .certificateRevoked),
    ]
    for (line, moment, code) in cases {
      let site = try OfficeKeys.site("keys: {pdf: {level: B-B, \(line)}}")
      let error = await #expect(throws: SigningError.self, "\(line)") {
        try await OfficeKeys.open(folder, of: site, at: Moment(seconds: moment))
      }
      #expect(error?.code == code, "\(line)")
    }
  }

  // MARK: At the release

  @Test func `a certificate that ran out, was revoked or is of another key stops the release`()
    async throws
  {
    let authority = OfficeAuthority(try await OfficeKeys.copy(in: scratch))
    let place = try await OfficeWorkplace()
    let revoked = try authority.signer(revoked: authority.revocationList())
    let strange = try authority.signer(key: authority.key(authority.strangeKey()))
    let short = try authority.signer(certificate: authority.certificate("short", days: 1))
    let cases: [(Signer, SigningError.Code)] = [
      (revoked, .certificateRevoked), (strange, .keyMismatch), (short, .certificateExpired),
    ]
    for (seed, (signer, code)) in cases.enumerated() {
      if code == .certificateExpired { place.clock.wait(2 * 86_400) }
      let keys = place.keys.basic.with(signer: signer)
      try await check(keys, fails: code, seed: seed, place)
    }
  }

  @Test func `a security module that was pulled out stops the release`() async throws {
    let module = try SoftModule.made()
    let key = try ModuleKey(
      ModuleKey.Place(
        library: SoftModule.library, token: SoftModule.removable, key: "seal"),
      pin: Array(SoftModule.pin.utf8))
    let pem = scratch.path("module.pem")
    let written = try Program.run(
      "openssl", ["pkey", "-pubin", "-inform", "DER", "-pubout", "-out", pem],
      input: try module.publicKey("seal", of: SoftModule.removable))
    #expect(written.status == 0, "\(written.errorText)")
    let authority = OfficeAuthority(try await OfficeKeys.copy(in: scratch))
    let signer = try authority.signer(
      certificate: authority.certificate("module", forKey: pem), key: key)
    let place = try await OfficeWorkplace()
    let keys = place.keys.basic.with(signer: signer)
    let first = try await place.approve(try place.draft(seed: 100))
    let output = try await Releasing(place.office(), keys: keys)
      .release(place.releasing(first.number))
    #expect(output.state == .released, "the module signs while it is there")
    try module.remove()
    try await check(keys, fails: .moduleGone, seed: 1, place)
  }

  @Test func `a time-stamping authority that is down or refuses stops the release`() async throws {
    struct Unplugged: Error {}
    let place = try await OfficeWorkplace()
    let down = TimestampAuthority { _ in throw Unplugged() }
    // TimeStampResp with the status rejection (RFC 3161, 2.4.2).
    let refusing = TimestampAuthority { _ in [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02] }
    let cases: [(TimestampAuthority, SigningError.Code)] = [
      (down, .timestampDown), (refusing, .timestampRefused),
    ]
    for (seed, (authority, code)) in cases.enumerated() {
      let keys = place.keys.timestamped.with(level: .timestamped(authority))
      let error = await #expect(throws: SigningError.self) { try await keys.checkTimestamps() }
      #expect(error?.code == code)
      try await check(keys, fails: code, seed: seed, place)
    }
  }

  /// The release fails with a code, leaves nothing that counts, and is finished with good keys.
  private func check(
    _ keys: SiteKeys, fails code: SigningError.Code, seed: Int, _ place: OfficeWorkplace
  ) async throws {
    let number = try await place.approve(try place.draft(seed: seed)).number
    for _ in 1...2 {
      let error = await #expect(throws: SigningError.self, "\(code)") {
        try await Releasing(place.office(), keys: keys).release(place.releasing(number))
      }
      #expect(error?.code == code)
    }
    let stopped = try #require(try await place.outputs(number).first)
    try await place.expectNothingOut(stopped, log: [.release])
    let output = try await place.release(number)
    #expect(output.serial == stopped.serial && output.state == .released, "\(code)")
    #expect(try place.events(output.id) == [.release, .sealed], "\(code)")
  }
}
