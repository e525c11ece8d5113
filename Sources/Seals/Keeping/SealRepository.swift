import Diagnostics

/// Where kept seals are recorded; used inside one transaction, which undoes all when anything throws.
///
/// The contract suite in the tests' support says what every repository does beyond its types.
package protocol SealRepository {
  /// The seal of that name; `nil` when there is none.
  func seal(_ id: String) throws -> KeptSeal?

  /// An owner's seals, sorted by the kind's text and the version.
  func seals(of owner: SealOwner) throws -> [KeptSeal]

  /// Every seal, sorted by the owner's text, the kind's text and the version.
  func all() throws -> [KeptSeal]

  /// Records a new seal.
  ///
  /// - Throws: an error when its version is not the next one of its owner and kind.
  func insert(_ seal: KeptSeal) throws

  /// Records the new status of a seal; nothing else of it ever changes.
  ///
  /// - Throws: an error when the seal is not there, or would be a second approved one of its owner and
  ///   kind.
  func update(_ seal: KeptSeal) throws

  /// Whose an approved seal is, without its pictures; `nil` for one that is not in force.
  func owner(ofApproved id: String) throws -> SealOwner?

  /// Whether an owner may not seal or sign at present, whatever was approved; no owner is at first.
  func isSuspended(_ owner: SealOwner) throws -> Bool

  /// Suspends an owner (禁用) or ends that; `act` says who did it and when.
  func setSuspended(_ owner: SealOwner, _ isSuspended: Bool, _ act: SealAct) throws
}

extension SealRepository {
  /// The version that an owner's next seal of a kind gets, from 1.
  package func nextVersion(of kind: SealKind, for owner: SealOwner) throws -> Int {
    try seals(of: owner).filter { $0.kind == kind }.count + 1
  }

  /// Approves a seal and, when that makes it valid, lets it take the place of the older version.
  ///
  /// - Returns: the seal after it.
  /// - Throws: ``Refusal`` when there is no such seal, it cannot be approved, or a newer version is
  ///   approved already; and what the repository throws.
  package func approve(_ id: String, by officer: String, at time: Int) throws -> KeptSeal {
    guard let seal = try seal(id) else {
      throw Refusal(Diagnostic(at: Place(), Wording.unknownSeal(id)))
    }
    let current = try seals(of: seal.owner).first {
      $0.kind == seal.kind && $0.status.stage == .approved
    }
    if let current, current.version > seal.version {
      throw Refusal(Diagnostic(at: Place(), Wording.newerApproved(id, current.id)))
    }
    let approved = try seal.approved(by: officer, at: time)
    // The older one first, so that there are never two.
    if approved.isApproved, let current { try update(current.superseded(by: approved)) }
    try update(approved)
    return approved
  }
}
