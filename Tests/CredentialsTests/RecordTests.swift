import Barcode
import Certificates
import Credentials
import Crypto
import Forms
import Foundation
import Notation
import Support
import Testing

/// The signed record of a code and what a checker without network makes of it (issue 3, point 4).
struct RecordTests {
  @Test(arguments: [1, 2])
  func `what is signed is found again, in any case of letters`(_ kind: Int) async throws {
    let signer =
      kind == 1 ? RecordSigner(try Samples.p256()) : RecordSigner(try Samples.ed25519())
    let keys = try await Samples.keyList([signer.publicKey])
    let text = try await Samples.text(Samples.fullest, signer)
    #expect(RecordCheck(text, keys: keys) == .signed(Samples.fullest))
    #expect(RecordCheck(text.lowercased(), keys: keys) == .signed(Samples.fullest))
    #expect(
      SignedRecord(try #require(RecordLink(text)).record.encoded)?.payload
        == Samples.fullest.encoded)
  }

  @Test func `every byte string that is read as a record is the one that is written (seeded)`()
    throws
  {
    var dice = Dice(seed: 47_11)
    for _ in 0..<2000 {
      let record = Samples.record(&dice)
      #expect(CertificateRecord(record.encoded) == record)
      var bytes = record.encoded
      bytes[dice.number(0...bytes.count - 1)] ^= UInt8(1 << dice.number(0...7))
      if let other = CertificateRecord(bytes) { #expect(other.encoded == bytes) }
    }
  }

  @Test func `any altered bit of a code is rejected`() async throws {
    let signer = RecordSigner(try Samples.p256())
    let keys = try await Samples.keyList([signer.publicKey])
    let bytes = try #require(RecordLink(try await Samples.text(Samples.fullest, signer))).record
      .encoded
    for bit in 0..<bytes.count * 8 {
      var other = bytes
      other[bit / 8] ^= UInt8(1 << (bit % 8))
      let check = RecordCheck(
        "HTTPS://CHECK.EXAMPLE.ORG/V/\(Base32.encode(other))", keys: keys)
      #expect(check.record == nil, "bit \(bit): \(check)")
    }
  }

  @Test func `a swapped payload under a good signature is rejected`() async throws {
    let signer = RecordSigner(try Samples.p256())
    let keys = try await Samples.keyList([signer.publicKey])
    var other = Samples.fullest
    other.value = 1
    let one = try await SignedRecord(payload: Samples.fullest.encoded, by: signer)
    let swapped = CBOR.array([
      .bytes(one.protected), .map([]), .bytes(other.encoded), .bytes(one.signature),
    ]).encoded
    #expect(
      RecordCheck("HTTPS://CHECK.EXAMPLE.ORG/V/\(Base32.encode(swapped))", keys: keys) == .altered)
  }

  @Test func `each reason has its own answer without network`() async throws {
    let signer = RecordSigner(try Samples.p256())
    let stranger = RecordSigner(try Samples.p256(seed: 9))
    let keys = try await Samples.keyList([signer.publicKey])
    let text = try await Samples.text(Samples.fullest, signer)
    #expect(
      RecordCheck(try await Samples.text(Samples.fullest, stranger), keys: keys) == .unknownKey)
    #expect(
      RecordCheck(
        try await Samples.text(Samples.fullest, signer, domain: "check.evil.org"), keys: keys)
        == .wrongDomain("check.evil.org"))
    let late = try await Samples.keyList([signer.publicKey], from: Samples.end, until: Samples.end)
    #expect(RecordCheck(text, keys: late) == .expiredKey(Samples.fullest))
    let lost = try await Samples.keyList([signer.publicKey], revoked: Samples.day)
    #expect(RecordCheck(text, keys: lost) == .expiredKey(Samples.fullest))
    for wrong in [
      "", "HTTPS://CHECK.EXAMPLE.ORG/V/", text + "A", text + "=", text + "/X",
      text.replacing("HTTPS", with: "HTTP"), "HTTPS://CHECK.EXAMPLE.ORG/V/26C1100B0001-00001",
    ] { #expect(RecordCheck(wrong, keys: keys) == .unreadable, "\(wrong)") }
  }

  @Test func `a key hands over to the next`() async throws {
    let (old, new) = (RecordSigner(try Samples.p256()), RecordSigner(try Samples.ed25519()))
    let first = try await Samples.keyList([old.publicKey])
    let second = try await Samples.keyList([old.publicKey, new.publicKey], version: 2)
    #expect(second.follows(first))
    #expect(!first.follows(second))
    let file = Data(try jsonText(second).utf8)
    let read = try KeyList(file, file: "keys.json")
    #expect(read == second)
    for signer in [old, new] {
      #expect(
        RecordCheck(try await Samples.text(Samples.fullest, signer), keys: read)
          == .signed(Samples.fullest))
    }
  }

  @Test func `a key list with anything changed is refused`() async throws {
    let list = try await Samples.keyList([RecordSigner(try Samples.p256()).publicKey])
    let text = try jsonText(list)
    for (from, to) in [
      ("2026-12-31", "2036-12-31"), ("check.example", "check.evil"),
      ("\"version\": 1", "\"version\": 2"), ("ES256", "EdDSA"),
      ("\"keys\"", "\"more\": 1, \"keys\""),
    ] {
      #expect(text.contains(from))
      let changed = Data(text.replacing(from, with: to).utf8)
      #expect(throws: (any Error).self, "\(from)") { try KeyList(changed, file: nil) }
    }
  }

  @Test func `the longest record fits version 13 with correction M beside a usual domain`()
    async throws
  {
    let signer = RecordSigner(try Samples.p256())
    let code = try QRCode.encode(try await Samples.text(Samples.fullest, signer), correction: .m)
    #expect(code.count <= 69, "26.1 mm with modules of 8 dots at 600 dpi")
  }

  @Test func `a record is made of the certificate, without what its form hides`() throws {
    let site = try Site.load()
    let shape = try #require(site.policies.numberShapes.first { $0.profile == "ccpit" })
    let letters = shape.letters
    for kind in site.policies.kinds {
      let form = try site.form(kind.code) {
        $0.number = "26\(letters[kind.code] ?? "C")1100B0001/00004"
      }
      let certificate = form.certificate
      let record = try CertificateRecord(
        of: certificate, as: .original, serial: "S1", issuer: site.issuer, policies: site.policies)
      let hidesFOB = certificate.goods.contains {
        !site.policies.showsFOB(
          $0, form: kind.code, destination: certificate.destination, day: certificate.day)
      }
      if hidesFOB, !kind.needs.contains(.invoiceValue) {
        #expect(record.value == nil, "\(kind.code)")
      }
      #expect((record.value == nil) == (record.currency == nil))
      #expect(Hex.encode(record.contentHash) == certificate.contentHash.prefix(32))
      #expect(CertificateRecord(record.encoded) == record)
    }
    #expect(throws: CredentialError.self) {
      try CertificateRecord(
        of: try site.form("C").certificate, as: .specimen, serial: "S1", issuer: site.issuer,
        policies: site.policies)
    }
  }

  @Test func `a code is checked in under a millisecond`() async throws {
    let signer = RecordSigner(try Samples.p256())
    let keys = try await Samples.keyList([signer.publicKey])
    let text = try await Samples.text(Samples.fullest, signer)
    var best = Duration.seconds(1)
    for _ in 0..<50 {
      let time = ContinuousClock().measure { _ = RecordCheck(text, keys: keys) }
      best = min(best, time)
    }
    print("one code checked in \(best), the best of 50")
    #expect(best < .milliseconds(1))
  }

  private func jsonText(_ list: KeyList) throws -> String { JSONWriter.text(list.json) }
}
