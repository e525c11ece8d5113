import Certificates
import Credentials
import Crypto
import Foundation
import Support

/// Records, keys and logs of the tests; all secrets are made from the numbers of a die.
enum Samples {
  static let domain = "check.example.org"
  static let day = CalendarDate(year: 2026, month: 3, day: 2) ?? .sample
  static let end = CalendarDate(year: 2026, month: 12, day: 31) ?? .sample

  static func bytes(_ count: Int, _ dice: inout Dice) -> [UInt8] {
    (0..<count).map { _ in UInt8(dice.number(0...255)) }
  }

  static func p256(seed: Int = 1) throws -> P256.Signing.PrivateKey {
    var dice = Dice(seed: seed)
    return try P256.Signing.PrivateKey(rawRepresentation: bytes(32, &dice))
  }

  static func ed25519(seed: Int = 2) throws -> Curve25519.Signing.PrivateKey {
    var dice = Dice(seed: seed)
    return try Curve25519.Signing.PrivateKey(rawRepresentation: bytes(32, &dice))
  }

  static func keyList(
    _ keys: [PublicKey], from: CalendarDate = day, until: CalendarDate = end,
    revoked: CalendarDate? = nil, domain: String = domain, version: Int = 1
  ) async throws -> KeyList {
    try await KeyList(
      domain: domain, version: version, day: day,
      keys: keys.map { KeyEntry(key: $0, from: from, until: until, revoked: revoked) },
      by: RecordSigner(try ed25519(seed: 3)))
  }

  /// A record with every field as long as it may be.
  static let fullest = CertificateRecord(
    number: "26C1100B000100/00123", serial: "CCPIT000000000123", form: "RCEP", issuer: "1100B0",
    issued: day, destination: "AU", exporter: "NINGBO EASTERN PRECISION MACHINERY CO LT",
    invoice: "INV-2026-03-000123456789", invoiceDate: day, value: 999_999_999_999, currency: "USD",
    grossWeight: 4_000_000_000, items: 200, hsCodes: [847_989, 848_180, 901_890],
    kind: .certifiedCopy, revision: 3, contentHash: Array(1...16))

  static func text(
    _ record: CertificateRecord = fullest, _ signer: RecordSigner, domain: String = domain
  ) async throws -> String {
    RecordLink(domain: domain, record: try await SignedRecord(payload: record.encoded, by: signer))
      .text
  }

  /// A made-up record.
  static func record(_ dice: inout Dice) -> CertificateRecord {
    func text(_ count: Int) -> String {
      String((0..<count).map { _ in dice.pick(Array("ABCXYZ0189/- 国é")) })
    }
    let longest = dice.number(0...12)
    return CertificateRecord(
      number: text(longest), serial: text(4), form: dice.pick(["C", "RCEP", "H"]), issuer: text(6),
      issued: RecordSamples.day(&dice), destination: dice.once(in: 3) ? nil : "JP",
      exporter: dice.once(in: 4) ? nil : text(13), invoice: dice.once(in: 4) ? nil : text(8),
      invoiceDate: dice.once(in: 4) ? nil : RecordSamples.day(&dice),
      value: dice.once(in: 3) ? nil : dice.number(0...Int.max), currency: "EUR",
      grossWeight: dice.once(in: 3) ? nil : dice.number(0...1_000_000_000),
      items: dice.number(0...300),
      hsCodes: (0..<dice.number(0...3)).map { _ in dice.number(0...999_999) },
      kind: dice.pick(RecordKind.allCases), revision: dice.number(0...9),
      contentHash: bytes(16, &dice))
  }

  static func events(_ count: Int) -> [LogEvent] {
    (0..<count).map { place in
      LogEvent(
        place % 2 == 0 ? .release : .issue, at: 1_780_000_000 + place,
        ["number": "26C1100B0001/\(place)", "serial": "S\(place)"])
    }
  }
}

enum RecordSamples {
  static func day(_ dice: inout Dice) -> CalendarDate {
    CalendarDate(
      year: dice.number(1990...2060), month: dice.number(1...12), day: dice.number(1...28))
      ?? .sample
  }
}
