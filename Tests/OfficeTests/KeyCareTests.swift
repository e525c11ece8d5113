import Certificates
import Credentials
import Diagnostics
import Foundation
import Support
import Testing

@testable import Office

/// Keys as they are made, rotated and revoked, and what became of records meanwhile.
struct KeyCareTests {
  private static func record(issued day: String) throws -> CertificateRecord {
    CertificateRecord(
      number: "26C1100B0001/00123", serial: "CCPIT000000000123", form: "C", issuer: "0000S0",
      issued: try KeySite.day(day), destination: "JP", exporter: "A", invoice: "I",
      invoiceDate: nil, value: nil, currency: nil, grossWeight: nil, items: 1, hsCodes: [],
      kind: .original, revision: 0, contentHash: Array(0..<16))
  }

  /// What a checker without network answers for a record of a day, signed by the site now.
  private func answer(_ site: KeySite, issued day: String) async throws -> String {
    let keys = try await site.open()
    let record = try Self.record(issued: day)
    let signer = try keys.recordSigner(for: record.issued)
    let signed = try await SignedRecord(payload: record.encoded, by: signer)
    let link = RecordLink(domain: keys.keyList.domain, record: signed)
    return RecordCheck(link.text, keys: try PublicKeys.open(site.folder).keyList).name
  }

  private func mode(_ path: String) throws -> Int {
    let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    return try #require(found as? Int)
  }

  @Test func `secrets are for their owner only, public halves for all`() async throws {
    let site = try await KeySite()
    for name in ["ring.json", "pdf.key", "authority/root.key", "authority/stamper.key"] {
      #expect(try mode(site.path(name)) == 0o600, "\(name)")
    }
    for name in ["keylist.json", "log.pub"] {
      #expect(try mode(site.path(name)) & 0o444 == 0o444, "\(name)")
    }
    #expect(try mode(site.folder.path) == 0o700)
    let left = try FileManager.default.contentsOfDirectory(atPath: site.folder.path)
    #expect(left.allSatisfy { !$0.hasSuffix(".part") }, "\(left)")
  }

  @Test func `keys are never made over others`() async throws {
    let site = try await KeySite()
    let before = try site.folder.read("ring.json")
    for isDemonstration in [true, false] {
      let error = await #expect(throws: OfficeError.self) {
        try await site.care().make(withAuthority: isDemonstration)
      }
      #expect(error?.code == .keysExist)
    }
    #expect(try site.folder.read("ring.json") == before)
    for name in ["pdf.key", "trust.pem"] {
      let other = try await KeySite(withAuthority: false)
      try other.folder.write(Data("own".utf8), to: name)
      try FileManager.default.removeItem(atPath: other.path("ring.json"))
      try FileManager.default.removeItem(atPath: other.path("keylist.json"))
      try FileManager.default.removeItem(atPath: other.path("log.pub"))
      let error = await #expect(throws: OfficeError.self, "\(name)") {
        try await other.care().make(withAuthority: true)
      }
      #expect(error?.code == .keysExist)
      #expect(try other.folder.text(name) == "own")
      #expect(!other.folder.has("ring.json"))
    }
  }

  @Test func `a real site gets no demonstration authority`() async throws {
    let site = try await KeySite(withAuthority: false)
    try site.state("keys: {pdf: {level: B-B}}\n", isDemonstration: false)
    await #expect(throws: Refusal.self) { try await site.care().make(withAuthority: true) }
  }

  @Test func `the log is named after the site, or as stated`() async throws {
    let site = try await KeySite(withAuthority: false)
    #expect(try PublicKeys.open(site.folder).logKey.name == "check.example.org/log")
    let other = KeyFolder(dataFolder: site.scratch.path("other"))
    let care = KeyCare(
      other, of: site.issuer, password: KeySite.password, day: try KeySite.day("2026-03-02")
    ) { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }
    await #expect(throws: Refusal.self) { try await care.make(origin: "two words") }
    try await care.make(origin: "log.example.net")
    #expect(try PublicKeys.open(other).logKey.name == "log.example.net")
  }

  @Test func `a relative data folder is the one below the folder one stands in`() {
    let here = FileManager.default.currentDirectoryPath
    #expect(KeyFolder(dataFolder: "demo/data").path == "\(here)/demo/data/keys")
    #expect(KeyFolder(dataFolder: "/var/data").path == "/var/data/keys")
  }

  @Test func `after a rotation old records are good and old days are still signed`() async throws {
    let site = try await KeySite()
    let before = try PublicKeys.open(site.folder).keyList
    #expect(try await answer(site, issued: "2026-03-02") == "signed")
    let entry = try await site.care(on: "2027-02-20").rotateRecord()
    let after = try PublicKeys.open(site.folder).keyList
    #expect(after.follows(before))
    #expect(after.keys.first == before.keys.first)
    #expect(after.keys.last == entry)
    #expect(entry.from.description == "2027-02-20")
    #expect(entry.until.description == "2028-02-20")
    let keys = try await site.open()
    let (old, new) = (try KeySite.day("2027-02-19"), try KeySite.day("2027-02-20"))
    #expect(try keys.recordSigner(for: old).publicKey == before.keys[0].key)
    #expect(try keys.recordSigner(for: new).publicKey == entry.key)
    for day in ["2026-03-02", "2027-02-19", "2027-02-20", "2028-02-20"] {
      #expect(try await answer(site, issued: day) == "signed", "\(day)")
    }
    for day in ["2019-12-31", "2028-02-21"] {
      let error = await #expect(throws: OfficeError.self, "\(day)") {
        try await answer(site, issued: day)
      }
      #expect(error?.code == .noServingKey)
    }
  }

  @Test func `a record of a revoked key is good only before that day`() async throws {
    let site = try await KeySite()
    let keys = try await site.open()
    var texts: [String: String] = [:]
    for day in ["2026-04-30", "2026-05-01"] {
      let record = try Self.record(issued: day)
      let signed = try await SignedRecord(
        payload: record.encoded, by: keys.recordSigner(for: record.issued))
      texts[day] = RecordLink(domain: keys.keyList.domain, record: signed).text
    }
    let start = Hex.encode(keys.keyList.keys[0].key.fingerprint).prefix(8)
    let day = try KeySite.day("2026-05-01")
    _ = try await site.care(on: "2026-06-01").revoke(start.uppercased(), from: day)
    let list = try PublicKeys.open(site.folder).keyList
    #expect(list.follows(keys.keyList))
    #expect(RecordCheck(try #require(texts["2026-04-30"]), keys: list).name == "signed")
    #expect(RecordCheck(try #require(texts["2026-05-01"]), keys: list).name == "expired-key")
    // What is still valid is signed anew by a key that serves from the loss on.
    let error = await #expect(throws: OfficeError.self) {
      try await answer(site, issued: "2026-05-01")
    }
    #expect(error?.code == .noServingKey)
    _ = try await site.care(on: "2026-06-01").rotateRecord(from: day)
    #expect(try await answer(site, issued: "2026-05-01") == "signed")
  }

  @Test func `a revocation names one key and only moves back`() async throws {
    let site = try await KeySite(withAuthority: false)
    let list = try PublicKeys.open(site.folder).keyList
    let name = Hex.encode(list.keys[0].key.fingerprint)
    let day = try KeySite.day("2026-05-01")
    for wrong in ["", "0000000", String(name.prefix(7)), "zzzzzzzz", name + "0"] {
      await #expect(throws: Refusal.self, "\(wrong)") {
        try await site.care().revoke(wrong, from: day)
      }
    }
    _ = try await site.care().revoke(name, from: day)
    for later in ["2026-05-01", "2026-05-02"] {
      await #expect(throws: Refusal.self) {
        try await site.care().revoke(name, from: try KeySite.day(later))
      }
    }
    let entry = try await site.care().revoke(name, from: try KeySite.day("2026-04-01"))
    #expect(entry.revoked?.description == "2026-04-01")
    #expect(try PublicKeys.open(site.folder).keyList.version == 3)
  }

  @Test func `only the right password changes anything`() async throws {
    let site = try await KeySite(withAuthority: false)
    let before = try site.folder.read("keylist.json")
    let care = try site.care(password: Array("another".utf8))
    for change in [
      { _ = try await care.rotateRecord() },
      { _ = try await care.revoke("00000000", from: try KeySite.day("2026-05-01")) },
    ] {
      let error = await #expect(throws: OfficeError.self) { try await change() }
      #expect(error?.code == .password)
    }
    #expect(try site.folder.read("keylist.json") == before)
  }

  @Test func `a record key in a file of its own is rotated by its public half`() async throws {
    let section = "keys: {record: {file: own.key, public: own.pub}}\n"
    let site = try await KeySite()
    try site.state(section)
    try site.makeKey("own.key", publicKey: "own.pub")
    let entry = try await site.care(on: "2026-06-01").rotateRecord()
    let keys = try await site.open()
    #expect(try keys.recordSigner(for: try KeySite.day("2026-06-01")).publicKey == entry.key)
    #expect(try await answer(site, issued: "2026-06-01") == "signed")
    // Days before it are signed by the ring's key.
    #expect(try await answer(site, issued: "2026-05-31") == "signed")
    await #expect(throws: Refusal.self) { try await site.care().rotateRecord() }
  }
}
