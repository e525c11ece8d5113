import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk
import Seals
import Store
import Support
import Testing

/// What officers decide about seals is logged, or not done.
@Suite struct SealUseTests {
  private let place: OfficeWorkplace

  init() async throws { place = try await OfficeWorkplace(seals: []) }

  private func enroll(_ owner: SealOwner, _ kind: SealKind) async throws -> KeptSeal {
    try await SealKeeping(place.office(), imageKey: place.keys.ring.imageKey)
      .enroll(DrawnSeals.image(kind), of: owner, by: "wang")
  }

  /// Decisions of an office whose log stops at once.
  private var withoutLog: SealDecisions {
    let stopper = Stopper(at: 1)
    return SealDecisions(place.office(log: stopper.log(place.log)))
  }

  private func stage(_ id: String) async throws -> SealStage? {
    try await place.store.read { try $0.seals.seal(id)?.status.stage }
  }

  @Test func `an approval that cannot be logged is none`() async throws {
    let seal = try await enroll(OfficeSeals.company, .company)
    await #expect(throws: CredentialError.self) {
      try await withoutLog.approve(seal.id, by: OfficeWorkplace.officer)
    }
    #expect(try await stage(seal.id) == .pending)
    let approved = try await SealDecisions(place.office())
      .approve(seal.id, by: OfficeWorkplace.officer)
    #expect(approved.isApproved)
    #expect(try place.log.entries().map(\.event.kind) == [.sealApproved])
  }

  @Test func `a withdrawal that cannot be logged is none`() async throws {
    let seal = try await enroll(OfficeSeals.company, .company)
    let decisions = SealDecisions(place.office())
    _ = try await decisions.approve(seal.id, by: OfficeWorkplace.officer)
    await #expect(throws: CredentialError.self) {
      try await withoutLog.end(seal.id, by: OfficeWorkplace.officer, reason: "lost")
    }
    #expect(try await stage(seal.id) == .approved)
    _ = try await decisions.end(seal.id, by: OfficeWorkplace.officer, reason: "lost")
    #expect(try place.log.entries().map(\.event.kind) == [.sealApproved, .sealRevoked])
  }

  @Test func `a seal under dual control is logged when the second officer approves`() async throws {
    let seal = try await enroll(.issuer, .issuer)
    let decisions = SealDecisions(place.office())
    _ = try await decisions.approve(seal.id, by: OfficeWorkplace.officer)
    #expect(try place.log.entries() == [])
    _ = try await decisions.approve(seal.id, by: OfficeWorkplace.otherOfficer)
    let event = try #require(try place.log.entries().last?.event)
    #expect(event.kind == .sealApproved)
    #expect(event.details == ["seal": seal.id, "digest": seal.digest, "officer": "chen"])
    let next = try await enroll(.issuer, .issuer)
    _ = try await decisions.approve(next.id, by: OfficeWorkplace.otherOfficer)
    _ = try await decisions.approve(next.id, by: OfficeWorkplace.officer)
    #expect(try place.log.entries().map(\.event.kind) == [.sealApproved, .sealChanged])
  }

  @Test func `looking at a scan is logged before it is shown`() async throws {
    let seal = try await enroll(OfficeSeals.company, .company)
    let keeping = SealKeeping(place.office(), imageKey: place.keys.ring.imageKey)
    #expect(try await !keeping.review(of: seal.id, by: OfficeWorkplace.officer).isEmpty)
    #expect(try place.log.entries().map(\.event.kind) == [.sealViewed])
    let unlogged = SealKeeping(
      place.office(log: Stopper(at: 1).log(place.log)), imageKey: place.keys.ring.imageKey)
    await #expect(throws: CredentialError.self) {
      try await unlogged.review(of: seal.id, by: OfficeWorkplace.officer)
    }
  }
}
