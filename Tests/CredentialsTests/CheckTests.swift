import Credentials
import Forms
import Foundation
import Support
import Testing

/// The check against register and log: one answer for all failures (issue 3, point 6).
struct CheckTests {
  private let secret = Data(repeating: 7, count: 32)

  private func answer(
    _ state: RegisterEntry.State?, isLogged: Bool = true, record: CertificateRecord = original,
    hash: [UInt8]? = nil
  ) async throws -> CredentialCheck.Answer {
    let signer = RecordSigner(try Samples.p256())
    let check = CredentialCheck(
      keys: try await Samples.keyList([signer.publicKey])
    ) { number, serial in
      guard number == record.number, serial == record.serial else { return nil }
      return state.map {
        RegisterEntry(state: $0, isLogged: isLogged, contentHash: hash ?? record.contentHash)
      }
    }
    let (answer, found) = try await check.answer(toCode: try await Samples.text(record, signer))
    #expect((found == nil) == (answer == .unknown))
    let code = CheckCode(number: record.number, serial: record.serial, key: secret).description
    let typed = try await check.answer(
      number: record.number, serial: record.serial, code: code, checkCodeKey: secret)
    if record.kind == .original, hash == nil { #expect(typed == answer) }
    let wrong = code == "000000" ? "000001" : "000000"
    #expect(
      try await check.answer(
        number: record.number, serial: record.serial, code: wrong, checkCodeKey: secret) == .unknown
    )
    #expect(
      try await check.answer(number: record.number, serial: "X", code: code, checkCodeKey: secret)
        == .unknown)
    return answer
  }

  private static let original: CertificateRecord = {
    var record = Samples.fullest
    record.kind = .original
    record.revision = 0
    return record
  }()

  @Test func `each state has its answer`() async throws {
    #expect(try await answer(.issued) == .valid)
    #expect(try await answer(.open) == .notYetIssued)
    #expect(try await answer(.void) == .void)
    #expect(try await answer(.reprinted) == .serialNoLongerValid)
    #expect(try await answer(.superseded(by: "N2")) == .superseded(by: "N2"))
    var copy = Samples.fullest
    copy.kind = .copy
    #expect(try await answer(.issued, record: copy) == .copy(3))
    #expect(try await answer(.void, record: copy) == .void)
  }

  @Test func `all failures have one answer, a well signed certificate that is not logged too`()
    async throws
  {
    #expect(try await answer(nil) == .unknown)
    #expect(try await answer(.issued, isLogged: false) == .unknown)
    #expect(try await answer(.issued, hash: Array(repeating: 0, count: 16)) == .unknown)
  }

  @Test func `the register is not asked for what is not signed`() async throws {
    let signer = RecordSigner(try Samples.p256())
    let stranger = RecordSigner(try Samples.p256(seed: 5))
    let check = CredentialCheck(
      keys: try await Samples.keyList([signer.publicKey])
    ) { _, _ in throw CancellationError() }
    for text in ["", "X", try await Samples.text(Samples.fullest, stranger)] {
      #expect(try await check.answer(toCode: text).answer == .unknown)
    }
    #expect(
      try await check.answer(number: "N", serial: "S", code: "AAAAAA", checkCodeKey: secret)
        == .unknown)
    await #expect(throws: CancellationError.self) {
      try await check.answer(toCode: try await Samples.text(Samples.fullest, signer))
    }
  }

  @Test func `fields are compared in the order of the form`() async throws {
    let layout = try Site.load().form("RCEP").layout
    let names = Samples.fullest.fields(order: layout.fieldOrder).map { $0.name }
    let places = try ["number", "exporter", "hsCodes", "invoice"].map {
      try #require(names.firstIndex(of: $0))
    }
    #expect(places[1] < places[2] && places[2] < places[3], "\(names)")
    #expect(Set(names).count == names.count)
    #expect(!names.contains("contentHash"))
  }
}
