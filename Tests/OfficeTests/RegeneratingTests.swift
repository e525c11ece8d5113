import Certificates
import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk
import Seals
import Store
import Support
import Testing

/// A new original before the first print: same number, new serial, newest seals (S2-48).
@Suite(.serialized) struct RegeneratingTests {
  private let place: OfficeWorkplace
  private let number: String

  init() async throws {
    place = try await OfficeWorkplace()
    number = try await place.approve(try place.draft()).number
  }

  private func regenerate(key: String? = nil, of number: String? = nil) async throws -> Output {
    try await Releasing(place.office(), keys: place.keys.basic)
      .regenerate(place.releasing(number ?? self.number, key: key))
  }

  @Test func `the new one has the newest seals, the older is void and says so`() async throws {
    let old = try await place.release(number)
    let oldFile = try await place.keptFile(old.id)
    let keeping = SealKeeping(place.office(), imageKey: place.keys.ring.imageKey)
    let seal = try await keeping.enroll(
      DrawnSeals.image(.bilingual), of: OfficeSeals.company, by: "wang")
    _ = try await SealDecisions(place.office()).approve(seal.id, by: OfficeWorkplace.officer)
    let new = try await regenerate()
    #expect(new.number == old.number && new.contentHash == old.contentHash && new.revision == 1)
    #expect(old.serial == "CCPIT000000000001" && new.serial == "CCPIT000000000002")
    #expect(old.seals["company-seal"] == "enterprise/1100B0001:company:1")
    #expect(new.seals["company-seal"] == seal.id && new.state == .released)
    let void = try await place.output(old.id)
    #expect(void.state == .void && void.voidReason == .regenerated(by: new.id))
    #expect(try await place.keptFile(old.id) == oldFile, "it stays")
    #expect(try place.events(old.id) == [.release, .sealed])
    #expect(try place.events(new.id) == [.revision, .release, .sealed])
    await #expect(throws: Refusal.self) { try await place.handOut(old.id) }
    let codes = [old, new].compactMap(\.progress.code)
    #expect(try await place.checking.answer(toCode: codes[0]).answer == .serialNoLongerValid)
    #expect(try await place.checking.answer(toCode: codes[1]).answer == .notYetIssued)
    let file = try await place.handOut(new.id)
    #expect(try await place.checking.answer(toCode: codes[1]).answer == .valid)
    #expect(try await place.checking.answer(toCode: codes[1]).record?.revision == 1)
    #expect(try await place.checking.answer(toFile: file).answer == .valid)
    #expect(
      try await place.checking.answer(toFile: oldFile).answer == .serialNoLongerValid)
  }

  @Test func `what was handed out is never made anew`() async throws {
    let output = try await place.release(number)
    _ = try await place.handOut(output.id)
    let error = await #expect(throws: Refusal.self) { try await regenerate() }
    #expect(error?.diagnostics.count == 1)
    #expect(try await place.outputs(number).map(\.state) == [.issued])
    let other = try await place.approve(try place.draft(seed: 2)).number
    #expect(try await place.release(other).serial == "CCPIT000000000002", "no serial was spent")
  }

  @Test func `without an original there is nothing to make anew`() async throws {
    let error = await #expect(throws: Refusal.self) { try await regenerate() }
    #expect(error?.diagnostics.map(\.message.key) == ["office.nothing-to-regenerate"])
    #expect(try await place.outputs(number) == [])
  }

  @Test func `where the next one cannot be made the older stays`() async throws {
    let output = try await place.release(number)
    _ = try await SealDecisions(place.office()).end(
      "officer/li:signature:1", by: OfficeWorkplace.officer, reason: "left")
    await #expect(throws: Refusal.self) { try await regenerate() }
    #expect(try await place.outputs(number) == [output])
  }

  @Test func `a request key makes one, and of its own certificate only`() async throws {
    _ = try await place.release(number, key: "first")
    let new = try await regenerate(key: "second")
    #expect(try await regenerate(key: "second") == new)
    #expect(try await place.release(number) == new, "without a key it is the live one")
    #expect(try await place.release(number, key: "second") == new)
    #expect(try await place.outputs(number).count == 2)
    let other = try await place.approve(try place.draft(seed: 2)).number
    for key in ["first", "second"] {
      let released = await #expect(throws: Refusal.self) {
        try await place.release(other, key: key)
      }
      #expect(released?.diagnostics.map(\.message.key) == ["office.other-request"])
      let made = await #expect(throws: Refusal.self) { try await regenerate(key: key, of: other) }
      #expect(made?.diagnostics.map(\.message.key) == ["office.other-request"])
    }
    let again = await #expect(throws: Refusal.self) { try await regenerate(key: "first") }
    #expect(again?.diagnostics.map(\.message.key) == ["office.other-request"])
    let live = await #expect(throws: Refusal.self) { try await place.release(number, key: "third") }
    #expect(live?.diagnostics.map(\.message.key) == ["office.live-original"])
    let paper = await #expect(throws: Refusal.self) {
      try await place.release(number, kind: .original)
    }
    #expect(paper?.diagnostics.map(\.message.key) == ["office.live-original"])
  }
}
