package import Seals

/// Kept seals in memory.
package final class MemorySeals: SealRepository {
  /// A record that the contract does not allow.
  package struct Conflict: Error {}

  /// Everything there is; a value, so that a unit of work can be undone.
  package struct State: Sendable {
    var records: [String: KeptSeal] = [:]
    var suspensions: [SealOwner: SealAct] = [:]

    package init() {}
  }

  /// What is recorded now.
  package private(set) var state: State

  /// A register with a state.
  package init(_ state: State = State()) { self.state = state }

  package func seal(_ id: String) -> KeptSeal? { state.records[id] }

  package func seals(of owner: SealOwner) -> [KeptSeal] { all().filter { $0.owner == owner } }

  package func all() -> [KeptSeal] {
    state.records.values.sorted {
      ($0.owner.text, $0.kind.rawValue, $0.version) < ($1.owner.text, $1.kind.rawValue, $1.version)
    }
  }

  package func insert(_ seal: KeptSeal) throws {
    guard try seal.version == nextVersion(of: seal.kind, for: seal.owner) else { throw Conflict() }
    try record(seal)
  }

  package func update(_ seal: KeptSeal) throws {
    guard let known = state.records[seal.id] else { throw Conflict() }
    try record(known.with(seal.status))
  }

  package func owner(ofApproved id: String) -> SealOwner? {
    seal(id).flatMap { $0.isApproved ? $0.owner : nil }
  }

  package func isSuspended(_ owner: SealOwner) -> Bool { state.suspensions[owner] != nil }

  package func setSuspended(_ owner: SealOwner, _ isSuspended: Bool, _ act: SealAct) {
    state.suspensions[owner] = isSuspended ? act : nil
  }

  private func record(_ seal: KeptSeal) throws {
    let others = seals(of: seal.owner).filter { $0.kind == seal.kind && $0.id != seal.id }
    guard
      seal.status.stage != .approved || !others.contains(where: { $0.status.stage == .approved })
    else { throw Conflict() }
    state.records[seal.id] = seal
  }
}
