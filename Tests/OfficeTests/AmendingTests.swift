import Certificates
import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk
import Support
import Testing

/// 改证重发 and 失证重发 as far as time allows, and what an amended certificate leaves behind.
@Suite(.serialized) struct AmendingTests {
  /// A certificate in the place of an earlier one.
  private func amended(_ place: OfficeWorkplace, _ earlier: Output) throws -> CertificateDraft {
    try place.draft(seed: 7) {
      var replaced = EarlierCertificate(number: earlier.number)
      replaced.date = earlier.day
      $0.circumstances.replaces = replaced
    }
  }

  private func issued(_ place: OfficeWorkplace) async throws -> Output {
    let number = try await place.approve(try place.draft()).number
    let output = try await place.release(number)
    _ = try await place.handOut(output.id)
    return try await place.output(output.id)
  }

  @Test(arguments: OfficeWorkplace.Register.allCases)
  func `S2-120, S5-28: what is replaced is without force, and nothing of it is issued again`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    let place = try await OfficeWorkplace(register)
    let earlier = try await issued(place)
    let number = try await place.approve(try amended(place, earlier)).number
    let ended = try await place.output(earlier.id)
    #expect(ended.state == .void && ended.voidReason == .amended(by: number))
    #expect(try place.events(earlier.id).last == .void)
    let code = try #require(earlier.progress.code)
    #expect(try await place.checking.answer(toCode: code).answer == .superseded(by: number))
    let again = await #expect(throws: Refusal.self) { try await place.release(earlier.number) }
    #expect(again?.diagnostics.isEmpty == false)
    let lost = await #expect(throws: Refusal.self) {
      try await DeskRequests(place.office()).ask(
        .duplicate, of: earlier.number, note: "lost", by: OfficeWorkplace.officer)
    }
    #expect(lost?.diagnostics.map(\.message.key).contains("request.amendment-open") == true)
    // The same contents approved twice are one approval, and end nothing twice.
    #expect(try await place.approve(try amended(place, earlier)).number == number)
    #expect(try place.events(earlier.id).count { $0 == .void } == 1)
  }

  @Test func `S2-122: an RCEP certificate is issued again for a year`() async throws {
    let place = try await OfficeWorkplace()
    let earlier = try await issued(place)
    place.clock.wait(367 * 86_400)
    let lost = await #expect(throws: Refusal.self) {
      try await DeskRequests(place.office()).ask(
        .duplicate, of: earlier.number, note: "lost", by: OfficeWorkplace.officer)
    }
    #expect(lost?.diagnostics.map(\.message.key) == ["office.reissued-too-late"])
    let late = await #expect(throws: Refusal.self) {
      try await place.approve(try amended(place, earlier))
    }
    #expect(late?.diagnostics.map(\.message.key) == ["office.reissued-too-late"])
    #expect(try await place.output(earlier.id).state == .issued)
  }
}
