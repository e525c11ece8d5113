import Certificates
import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk
import Store
import Support
import Testing

/// What the public is told, from register and log (design §5, sealing.md §7.8).
@Suite struct CheckingTests {
  private let place: OfficeWorkplace
  private let output: Output
  private let file: Data

  init() async throws {
    place = try await OfficeWorkplace()
    let released = try await place.release(try await place.approve(try place.draft()).number)
    file = try await place.handOut(released.id)
    output = try await place.output(released.id)
  }

  private var code: String { output.progress.code ?? "" }
  private var checkCode: CheckCode {
    CheckCode(number: output.number, serial: output.serial, key: place.keys.ring.checkCodeKey)
  }

  private func answer(
    _ typed: String, number: String? = nil, serial: String? = nil
  ) async throws -> CredentialCheck.Answer {
    try await place.checking.answer(
      number: number ?? output.number, serial: serial ?? output.serial, code: typed,
      checkCodeKey: place.keys.ring.checkCodeKey)
  }

  @Test func `code, numbers and file each say valid`() async throws {
    let (found, record) = try await place.checking.answer(toCode: code)
    #expect(found == .valid && record?.serial == output.serial)
    #expect(try await place.checking.answer(toCode: code.lowercased()).answer == .valid)
    let typed = checkCode.description
    for text in [typed, typed.lowercased(), "\(typed.prefix(3))-\(typed.suffix(3))"] {
      #expect(try await answer(text) == .valid, "\(text)")
    }
    let byFile = try await place.checking.answer(toFile: file)
    #expect(byFile.answer == .valid && byFile.record?.serial == output.serial)
  }

  @Test func `what is wrong in one place is unknown`() async throws {
    let wrong = checkCode.description.map { $0 == "0" ? "1" : "0" }.joined()
    for text in [wrong, "", "000000", String(checkCode.description.dropLast())] {
      #expect(try await answer(text) == .unknown, "\(text)")
    }
    let other = CheckCode(
      number: output.number, serial: "CCPIT000000000002", key: place.keys.ring.checkCodeKey)
    #expect(try await answer(other.description, serial: "CCPIT000000000002") == .unknown)
    #expect(try await answer(checkCode.description, number: output.number + "1") == .unknown)
    var altered = file
    altered[altered.count / 2] ^= 1
    #expect(try await place.checking.answer(toFile: altered).answer == .unknown)
    #expect(try await place.checking.answer(toFile: Data()).answer == .unknown)
    let swapped = String(code.dropLast(40)) + String(code.suffix(40).reversed())
    let (found, record) = try await place.checking.answer(toCode: swapped)
    #expect(found == .unknown && record == nil)
  }

  @Test func `ten thousand guesses of a check code find none`() async throws {
    var dice = Dice(seed: 7)
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let checking = place.checking
    var answers: Set<CredentialCheck.Answer> = []
    for _ in 0..<10_000 {
      let guess = String((0..<6).map { _ in dice.pick(alphabet) })
      answers.insert(
        try await checking.answer(
          number: output.number, serial: output.serial, code: guess,
          checkCodeKey: place.keys.ring.checkCodeKey))
    }
    #expect(answers == [.unknown])
  }

  /// A code with a record that the site's own key signed.
  private func signed(_ record: CertificateRecord) async throws -> String {
    let signer = try place.keys.basic.recordSigner(for: record.issued)
    let signed = try await SignedRecord(payload: record.encoded, by: signer)
    return RecordLink(domain: "check.example.org", record: signed).text
  }

  @Test func `a well signed record is unknown when it is not the register's`() async throws {
    let genuine = try #require(try await place.checking.answer(toCode: code).record)
    #expect(try await place.checking.answer(toCode: signed(genuine)).answer == .valid)
    var (number, serial, hash) = (genuine, genuine, genuine)
    number.number.removeLast()
    serial.serial = "CCPIT000000000002"
    hash.contentHash[0] ^= 1
    for forged in [number, serial, hash] {
      let (found, record) = try await place.checking.answer(toCode: signed(forged))
      #expect(found == .unknown && record == nil)
    }
  }

  @Test func `a row of the register without its own entries in the log is unknown`() async throws {
    let approval = try await place.approve(try place.draft(seed: 2))
    let genuine = try #require(try await place.checking.answer(toCode: code).record)
    var record = genuine
    record.number = approval.number
    record.serial = "CCPIT000000000077"
    record.contentHash = Array(try #require(Hex.decode(approval.contentHash)).prefix(16))
    let manifest = try #require(output.progress.manifest)
    let other = Manifest(
      inputs: manifest.inputs, unsigned: manifest.unsigned, file: Digest.hex(Data([1])),
      sheets: manifest.sheets)
    for progress in [
      ReleaseProgress(releaseEntry: 0, code: nil, manifest: other, fileEntry: 1),
      ReleaseProgress(releaseEntry: 7, code: nil, manifest: other, fileEntry: 8),
      ReleaseProgress(releaseEntry: nil, code: nil, manifest: other, fileEntry: nil),
    ] {
      let row = Output(
        id: "O-00000077", number: approval.number, contentHash: approval.contentHash, kind: .file,
        serial: record.serial, revision: 0, requestKey: "k", moment: output.moment,
        day: output.day, device: output.device, seals: [:], state: .issued, progress: progress,
        voidReason: nil)
      let memory = try await OfficeWorkplace()
      try await memory.store.write { unit in
        try unit.approvals.insert(approval, content: Data("{}".utf8))
        try unit.outputs.insert(row)
      }
      let checking = Checking(
        memory.office(log: place.log), keys: place.keys.publicKeys)
      #expect(try await checking.answer(toCode: signed(record)).answer == .unknown)
      #expect(try await checking.answer(toFile: Data([1])).answer == .unknown)
    }
  }

  @Test func `a row of the register that says something else than the log is unknown`()
    async throws
  {
    let place = try await OfficeWorkplace(.sqlite)
    let output = try await place.release(try await place.approve(try place.draft()).number)
    let file = try await place.handOut(output.id)
    let key = place.keys.ring.checkCodeKey
    let typed = CheckCode(number: output.number, serial: output.serial, key: key).description
    func answers() async throws -> [CredentialCheck.Answer] {
      [
        try await place.checking.answer(
          number: output.number, serial: output.serial, code: typed, checkCodeKey: key),
        try await place.checking.answer(toCode: output.progress.code ?? "").answer,
        try await place.checking.answer(toFile: file).answer,
      ]
    }
    #expect(try await answers() == [.valid, .valid, .valid])
    let other = Digest.hex(Data([1]))
    for change in ["contentHash = '\(other)'", "releaseEntry = 1", "fileEntry = 0"] {
      try place.sqlite("CREATE TABLE saved AS SELECT * FROM output; UPDATE output SET \(change)")
      #expect(try await answers() == [.unknown, .unknown, .unknown], "\(change)")
      try place.sqlite("DELETE FROM outputFile; DELETE FROM output")
      try place.sqlite("INSERT INTO output SELECT * FROM saved; DROP TABLE saved")
    }
    #expect(try await answers() == [.valid, .valid, .valid])
  }

  @Test func `without the log nothing is valid`() async throws {
    try FileManager.default.removeItem(atPath: place.log.path)
    #expect(try await place.checking.answer(toCode: code).answer == .unknown)
    #expect(try await place.checking.answer(toFile: file).answer == .unknown)
    #expect(try await answer(checkCode.description) == .unknown)
  }

  @Test func `a checkpoint of another key proves nothing`() async throws {
    let stranger = KeyRing.make(
      origin: "check.example.org/log", domain: "check.example.org",
      random: { Array(repeating: 9, count: $0) })
    try FileManager.default.removeItem(atPath: place.log.path + "/checkpoint")
    _ = try place.log.publish(by: stranger.noteSigner)
    #expect(try await place.checking.answer(toCode: code).answer == .unknown)
    await #expect(throws: CredentialError.self) { try await place.handOut(output.id) }
  }
}
