import Diagnostics
import Seals
import Support
import Testing

/// What is recorded of kept seals.
@Suite struct SealRepositoryTests {
  @Test("The repository in memory keeps the contract of all repositories")
  func contract() throws {
    #expect(try SealRepositoryContract { MemorySeals() }.failures == [])
  }

  @Test("The contract notices a repository that forgets, mixes up or takes too much")
  func contractFails() throws {
    for fault in FaultySeals.Fault.allCases {
      let failures = try SealRepositoryContract { FaultySeals(fault: fault) }.failures
      #expect(!failures.isEmpty, "\(fault)")
    }
  }

  @Test("The first approval of an issuing body's seal leaves the old one in force until the second")
  func dualControl() throws {
    let seals = MemorySeals()
    for version in 1...2 {
      try seals.insert(SampleSeals.seal(.issuer, .issuer, version: version, at: 10))
    }
    _ = try seals.approve("issuer:issuer:1", by: "li", at: 20)
    _ = try seals.approve("issuer:issuer:1", by: "chen", at: 30)
    _ = try seals.approve("issuer:issuer:2", by: "li", at: 40)
    #expect(seals.all().map(\.isApproved) == [true, false])
    #expect(throws: Refusal.self) { try seals.approve("issuer:issuer:2", by: "li", at: 50) }
    #expect(seals.all().map(\.isApproved) == [true, false])
    _ = try seals.approve("issuer:issuer:2", by: "chen", at: 60)
    #expect(seals.all().map(\.isApproved) == [false, true])
    for (time, valid) in [(29, [false, false]), (30, [true, false]), (60, [false, true])] {
      #expect(seals.all().map { $0.status.isValid(at: time) } == valid, "\(time)")
    }
  }
}

/// A repository with one fault, to try the contract on.
private final class FaultySeals: SealRepository {
  enum Fault: CaseIterable {
    case takesAnyVersion, ignoresUpdates, updatesAll, forgetsOwner, backwards, nothingInForce,
      allInForce, neverSuspended
    case alwaysSuspended, takesUnknown
  }

  let fault: Fault
  private let seals = MemorySeals()
  private var extra: [KeptSeal] = []

  init(fault: Fault) { self.fault = fault }

  func seal(_ id: String) -> KeptSeal? { extra.last { $0.id == id } ?? seals.seal(id) }

  func seals(of owner: SealOwner) -> [KeptSeal] {
    fault == .forgetsOwner ? seals.all() : seals.seals(of: owner)
  }

  func all() -> [KeptSeal] {
    fault == .backwards ? seals.all().reversed() : seals.all() + extra
  }

  func insert(_ seal: KeptSeal) throws {
    do { try seals.insert(seal) } catch {
      guard fault == .takesAnyVersion else { throw error }
      extra.append(seal)
    }
  }

  func update(_ seal: KeptSeal) throws {
    if fault == .ignoresUpdates { return }
    do { try seals.update(seal) } catch {
      guard fault == .takesUnknown else { throw error }
    }
    if fault == .updatesAll { extra.append(seal) }
  }

  func owner(ofApproved id: String) -> SealOwner? {
    switch fault {
    case .nothingInForce: nil
    case .allInForce: seals.seal(id)?.owner
    default: seals.owner(ofApproved: id)
    }
  }

  func isSuspended(_ owner: SealOwner) -> Bool {
    switch fault {
    case .neverSuspended: false
    case .alwaysSuspended: true
    default: seals.isSuspended(owner)
    }
  }

  func setSuspended(_ owner: SealOwner, _ isSuspended: Bool, _ act: SealAct) {
    seals.setSuspended(owner, isSuspended, act)
  }
}
