import Certificates
import Credentials
import Diagnostics
import DisplayList
import Foundation
import Office
import PrintDesk
import Seals
import Store
import Support
import Testing

/// Seals that are not there, or not any more, when a certificate is released (sealing.md §7.6).
@Suite struct SealFaultTests {
  private let place: OfficeWorkplace
  private let number: String

  init() async throws {
    place = try await OfficeWorkplace()
    number = try await place.approve(try place.draft()).number
  }

  private var decisions: SealDecisions { SealDecisions(place.office()) }

  /// The keys of what the release is refused for.
  private func refusal(of kind: Output.Kind = .file) async throws -> [String] {
    do {
      _ = try await place.release(number, kind: kind)
      return []
    } catch let refusal as Refusal {
      return refusal.diagnostics.map { "\($0.place.path): \($0.message.key)" }
    }
  }

  /// Nothing was reserved: no output, no serial, no entry.
  private func expectNoTrace() async throws {
    #expect(try await place.outputs(number) == [])
    #expect(try place.log.entries().filter { $0.event.kind == .release } == [])
  }

  /// The next version of an owner's seal, approved by those it needs.
  private func renew(_ owner: SealOwner, _ kind: SealKind) async throws -> KeptSeal {
    let keeping = SealKeeping(place.office(), imageKey: place.keys.ring.imageKey)
    let seal = try await keeping.enroll(DrawnSeals.image(kind), of: owner, by: "wang")
    let once = try await decisions.approve(seal.id, by: OfficeWorkplace.officer)
    guard owner.needsTwoApprovals else { return once }
    return try await decisions.approve(seal.id, by: OfficeWorkplace.otherOfficer)
  }

  @Test func `a seal withdrawn after the approval stops the release until there is another`()
    async throws
  {
    _ = try await decisions.end(
      "enterprise/1100B0001:company:1", by: OfficeWorkplace.officer, reason: "lost")
    #expect(try await refusal() == ["company-seal: office.no-seal"])
    try await expectNoTrace()
    let seal = try await renew(OfficeSeals.company, .company)
    let output = try await place.release(number)
    #expect(output.serial == "CCPIT000000000001" && output.seals["company-seal"] == seal.id)
    let kinds = try place.log.entries().map(\.event.kind)
    #expect(kinds == [.sealRevoked, .sealChanged, .release, .sealed])
  }

  @Test(arguments: [1, 2])
  func `a seal withdrawn after the reservation is not stamped; regenerating takes the next one`(
    _ write: Int
  ) async throws {
    let stopper = Stopper(at: write, .after)
    let office = place.office(store: stopper.register(place.store), log: stopper.log(place.log))
    await #expect(throws: (any Error).self) {
      try await Releasing(office, keys: place.keys.basic).release(place.releasing(number))
    }
    let stopped = try #require(try await place.outputs(number).first)
    _ = try await decisions.end(
      "enterprise/1100B0001:company:1", by: OfficeWorkplace.officer, reason: "lost")
    #expect(try await refusal() == ["company-seal: office.seal-withdrawn"])
    try await place.expectNothingOut(stopped, log: write == 1 ? [] : [.release])
    let seal = try await renew(OfficeSeals.company, .company)
    #expect(try await refusal() == ["company-seal: office.seal-withdrawn"])
    let output = try await Releasing(place.office(), keys: place.keys.basic)
      .regenerate(place.releasing(number))
    #expect(output.seals["company-seal"] == seal.id && output.serial == "CCPIT000000000002")
    #expect(try await place.output(stopped.id).state == .void)
    #expect(try await place.checking.answer(toFile: place.handOut(output.id)).answer == .valid)
  }

  @Test(arguments: [OfficeSeals.signatory, OfficeSeals.officer, OfficeSeals.company])
  func `a suspended owner seals nothing until the suspension ends`(_ owner: SealOwner)
    async throws
  {
    let role = try #require(owner.role(of: owner.kinds[0])).rawValue
    try await decisions.suspend(owner, true, by: OfficeWorkplace.officer)
    #expect(try await refusal() == ["\(role): office.suspended"])
    #expect(try await refusal(of: .original) == ["\(role): office.suspended"])
    try await expectNoTrace()
    try await decisions.suspend(owner, true, by: OfficeWorkplace.officer)
    try await decisions.suspend(owner, false, by: OfficeWorkplace.otherOfficer)
    #expect(
      try place.log.entries().map(\.event.kind).suffix(2) == [.sealsSuspended, .sealsResumed])
    #expect(try await place.release(number).serial == "CCPIT000000000001")
  }

  @Test func `a signatory suspended after the reservation is not stamped, and is afterwards`()
    async throws
  {
    let stopper = Stopper(at: 1, .after)
    await #expect(throws: Stopper.Stop.self) {
      try await Releasing(
        place.office(store: stopper.register(place.store)), keys: place.keys.basic
      ).release(place.releasing(number))
    }
    let stopped = try #require(try await place.outputs(number).first)
    try await decisions.suspend(OfficeSeals.signatory, true, by: OfficeWorkplace.officer)
    #expect(try await refusal() == ["signatory-signature: office.seal-withdrawn"])
    try await place.expectNothingOut(stopped, log: [])
    try await decisions.suspend(OfficeSeals.signatory, false, by: OfficeWorkplace.officer)
    #expect(try await place.release(number).serial == stopped.serial)
  }

  @Test func `every seal that is missing is named, and one under dual control needs both officers`()
    async throws
  {
    let bare = try await OfficeWorkplace(seals: [(OfficeSeals.company, .company)])
    let approval = try await bare.approve(try bare.draft(), signatory: nil)
    let error = await #expect(throws: Refusal.self) { try await bare.release(approval.number) }
    #expect(
      Set(error?.diagnostics.map { "\($0.place.path): \($0.message.key)" } ?? [])
        == [
          "signatory: office.no-signatory", "issuer-seal: office.no-seal",
          "officer-signature: office.no-seal",
        ])
    #expect(try await bare.outputs(approval.number) == [])
    let keeping = SealKeeping(bare.office(), imageKey: bare.keys.ring.imageKey)
    let seal = try await keeping.enroll(DrawnSeals.image(.issuer), of: .issuer, by: "wang")
    let decisions = SealDecisions(bare.office())
    _ = try await decisions.approve(seal.id, by: OfficeWorkplace.officer)
    await #expect(throws: Refusal.self) {
      try await decisions.approve(seal.id, by: OfficeWorkplace.officer)
    }
    let second = await #expect(throws: Refusal.self) { try await bare.release(approval.number) }
    #expect(second?.diagnostics.contains { $0.place.path == "issuer-seal" } == true)
  }

  @Test func `a bilingual seal stands in place of the company seal, never without one (S2-44)`()
    async throws
  {
    let bilingual = (OfficeSeals.company, SealKind.bilingual)
    let both = try await OfficeWorkplace(seals: OfficeSeals.needed + [bilingual])
    let output = try await both.release(try await both.approve(try both.draft()).number)
    #expect(output.seals["company-seal"] == "enterprise/1100B0001:bilingual:1")
    let alone = try await OfficeWorkplace(seals: OfficeSeals.needed.dropFirst() + [bilingual])
    let approval = try await alone.approve(try alone.draft())
    let error = await #expect(throws: Refusal.self) { try await alone.release(approval.number) }
    #expect(error?.diagnostics.map(\.place.path) == ["company-seal"])
  }

  @Test func `a certificate issued late needs the 补发章 (S2-139)`() async throws {
    let late = try place.draft("C", to: nil, seed: 5) { $0.circumstances.isRetroactive = true }
    let number = try await place.approve(late).number
    let error = await #expect(throws: Refusal.self) {
      try await place.release(number, kind: .original)
    }
    #expect(error?.diagnostics.map(\.place.path) == ["retroactive-seal"])
    let seal = try await renew(.issuer, .retroactive)
    let output = try await place.release(number, kind: .original)
    #expect(output.seals["retroactive-seal"] == seal.id)
    let regular = try await place.approve(try place.draft("C", to: nil, seed: 6)).number
    #expect(try await place.release(regular, kind: .original).seals["retroactive-seal"] == nil)
  }
}
