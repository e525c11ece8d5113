import Credentials
import Crypto
import Foundation
import Support
import Testing

@testable import Office

/// The encrypted secrets and their file.
struct KeyRingTests {
  private static let password = Array("correct horse".utf8)
  private let ring: KeyRing
  private let file: Data

  init() {
    var dice = Dice(seed: 31)
    func random(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(dice.number(0...255)) } }
    ring = KeyRing.make(
      origin: "check.example.org/log", domain: "check.example.org", random: random)
    file = ring.locked(password: Self.password, random: random)
  }

  @Test func `what is locked is opened again`() throws {
    let opened = try KeyRing.open(file, password: Self.password)
    #expect(opened.contents == ring.contents)
    #expect(opened.noteSigner.key == ring.noteSigner.key)
    #expect(opened.checkCodeKey.count == 32)
    #expect(opened.imageKey.bitCount == 256)
    #expect(opened.records.count == 1)
  }

  @Test func `no secret lies open in the file`() throws {
    let text = String(decoding: file, as: UTF8.self)
    for secret in [
      ring.root.rawRepresentation, ring.log.rawRepresentation, ring.checkCodeKey,
      ring.records[0].rawRepresentation, ring.imageKey.withUnsafeBytes { Data($0) },
    ] {
      #expect(!text.contains(secret.base64EncodedString()))
      #expect(file.range(of: secret) == nil)
    }
  }

  @Test func `five secrets, no two the same`() {
    let secrets: Set<Data> = [
      ring.root.rawRepresentation, ring.log.rawRepresentation, ring.checkCodeKey,
      ring.records[0].rawRepresentation, ring.imageKey.withUnsafeBytes { Data($0) },
    ]
    #expect(secrets.count == 5)
  }

  @Test(arguments: ["", "Correct horse", "correct horse "])
  func `a wrong password opens nothing`(_ password: String) {
    let error = #expect(throws: OfficeError.self) {
      try KeyRing.open(file, password: Array(password.utf8))
    }
    #expect(error?.code == .password)
  }

  @Test func `an altered byte is found out, wherever it is (seeded)`() throws {
    var dice = Dice(seed: 53)
    let places = (0..<8).map { _ in dice.number(0...file.count - 2) } + [0, file.count - 2]
    for place in places {
      var other = file
      other[place] ^= UInt8(1 << dice.number(0...7))
      let error = #expect(throws: OfficeError.self, "byte \(place)") {
        try KeyRing.open(other, password: Self.password)
      }
      #expect([.password, .keysDamaged].contains(error?.code), "byte \(place)")
    }
    for cut in [0, 1, file.count / 2, file.count - 3] {
      let error = #expect(throws: OfficeError.self) {
        try KeyRing.open(file.prefix(cut), password: Self.password)
      }
      #expect(error?.code == .keysDamaged)
    }
  }

  @Test func `altered contents are told from a wrong password`() throws {
    let text = String(decoding: file, as: UTF8.self)
    let start = try #require(text.range(of: "\"contents\": \""))
    let old = text[start.upperBound]
    let other = text.replacingCharacters(
      in: start.upperBound...start.upperBound, with: old == "A" ? "B" : "A")
    let error = #expect(throws: OfficeError.self) {
      try KeyRing.open(Data(other.utf8), password: Self.password)
    }
    #expect(error?.code == .keysDamaged)
  }
}
