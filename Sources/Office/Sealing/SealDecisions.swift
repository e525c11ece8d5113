import Credentials
import Diagnostics
import PrintDesk
package import Seals
import Store

/// What officers decide about kept seals.
///
/// Every decision is an entry of the log, or is not made. Nothing here opens a seal.
package struct SealDecisions {
  private let office: OfficeContext

  /// The use case in an office.
  package init(_ office: OfficeContext) { self.office = office }

  /// An officer approves a seal; one of the issuing body needs two of them.
  ///
  /// - Throws: ``Refusal`` when the officer is not who they say, or the seal waits for no approval.
  package func approve(_ id: String, by officer: Identification) async throws -> KeptSeal {
    let person = try await officer.confirmed(as: .officer, by: office.store).id
    let (now, book) = (office.surroundings.now(), office.book)
    return try await office.store.write { unit in
      let seal = try unit.seals.approve(id, by: person, at: now)
      if seal.isApproved {
        try book.record(seal.version == 1 ? .sealApproved : .sealChanged, of: seal, by: person)
      }
      return seal
    }
  }

  /// An officer returns a seal to its owner, or takes an approved one out of use.
  ///
  /// - Throws: ``Refusal`` when the officer is not who they say, the seal is neither waiting nor approved,
  ///   or there is no reason.
  package func end(
    _ id: String, by officer: Identification, reason: String
  ) async throws -> KeptSeal {
    let person = try await officer.confirmed(as: .officer, by: office.store).id
    let (now, book) = (office.surroundings.now(), office.book)
    return try await office.store.write { unit in
      let seal = try unit.knownSeal(id)
      let ended =
        seal.status.stage == .pending
        ? try seal.returned(by: person, at: now, reason: reason)
        : try seal.withdrawn(by: person, at: now, reason: reason)
      try unit.seals.update(ended)
      if ended.status.stage == .withdrawn { try book.record(.sealRevoked, of: ended, by: person) }
      return ended
    }
  }

  /// An officer suspends an owner (禁用), or ends that.
  ///
  /// - Throws: ``Refusal`` when the officer is not who they say.
  package func suspend(
    _ owner: SealOwner, _ isSuspended: Bool, by officer: Identification
  ) async throws {
    let person = try await officer.confirmed(as: .officer, by: office.store).id
    let act = SealAct(by: person, at: office.surroundings.now())
    let book = office.book
    try await office.store.write { unit in
      guard try unit.seals.isSuspended(owner) != isSuspended else { return }
      try unit.seals.setSuspended(owner, isSuspended, act)
      try book.record(
        isSuspended ? .sealsSuspended : .sealsResumed, ["owner": owner.text, "officer": person])
    }
  }

  /// Every kept seal.
  package func all() async throws -> [KeptSeal] {
    try await office.store.read { try $0.seals.all() }
  }
}

extension LogBook {
  /// Logs what was done to a seal, and by whom.
  func record(
    _ kind: LogEvent.Kind, of seal: KeptSeal, by person: String
  ) throws(CredentialError) {
    try record(kind, ["seal": seal.id, "digest": seal.digest, "officer": person])
  }
}

extension UnitOfWork {
  /// The seal of an id.
  ///
  /// - Throws: ``Refusal`` when there is none.
  func knownSeal(_ id: String) throws -> KeptSeal {
    guard let seal = try seals.seal(id) else {
      throw Refusal(Diagnostic(at: .field("seal"), Wording.unknownSeal(id)))
    }
    return seal
  }
}
