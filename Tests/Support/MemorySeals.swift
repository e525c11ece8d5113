package import Seals

/// Kept seals in memory; a copy is a register of its own.
package struct MemorySeals: SealRepository {
  /// A record that the contract does not allow.
  package struct Conflict: Error {}

  private var records: [String: KeptSeal] = [:]
  private var suspensions: [SealOwner: SealAct] = [:]

  /// An empty register.
  package init() {}

  package func seal(_ id: String) -> KeptSeal? { records[id] }

  package func seals(of owner: SealOwner) -> [KeptSeal] { all().filter { $0.owner == owner } }

  package func all() -> [KeptSeal] {
    records.values.sorted {
      ($0.owner.text, $0.kind.rawValue, $0.version) < ($1.owner.text, $1.kind.rawValue, $1.version)
    }
  }

  package mutating func insert(_ seal: KeptSeal) throws {
    guard try seal.version == nextVersion(of: seal.kind, for: seal.owner) else { throw Conflict() }
    try record(seal)
  }

  package mutating func update(_ seal: KeptSeal) throws {
    guard let known = records[seal.id] else { throw Conflict() }
    try record(known.with(seal.status))
  }

  package func isSuspended(_ owner: SealOwner) -> Bool { suspensions[owner] != nil }

  package mutating func setSuspended(_ owner: SealOwner, _ isSuspended: Bool, _ act: SealAct) {
    suspensions[owner] = isSuspended ? act : nil
  }

  private mutating func record(_ seal: KeptSeal) throws {
    let others = seals(of: seal.owner).filter { $0.kind == seal.kind && $0.id != seal.id }
    guard
      seal.status.stage != .approved || !others.contains(where: { $0.status.stage == .approved })
    else { throw Conflict() }
    records[seal.id] = seal
  }
}
