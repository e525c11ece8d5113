import Credentials
package import Crypto
import Diagnostics
package import Foundation
import PrintDesk
package import Seals
import Store

/// Keeps seals and signatures: taken from scans, approved and taken out of use by officers; every step
/// is an entry of the log.
package struct SealKeeping {
  private let office: OfficeContext
  private let vault: SealVault

  /// The use case in an office; `imageKey` encrypts what is kept.
  package init(_ office: OfficeContext, imageKey: SymmetricKey) {
    self.office = office
    vault = SealVault(wrappingKey: imageKey, random: office.surroundings.random)
  }

  /// Keeps a prepared seal, waiting for approval.
  ///
  /// - Parameters:
  ///   - image: the seal, which passed its gates.
  ///   - owner: whose it is.
  ///   - adjustment: size and place as the user set them.
  ///   - person: who hands it in.
  /// - Throws: ``Refusal`` when the owner may not have a seal of the kind.
  package func enroll(
    _ image: SealImage, of owner: SealOwner, adjustment: SealAdjustment = .none, by person: String
  ) async throws -> KeptSeal {
    let (vault, now) = (vault, office.surroundings.now())
    return try await office.store.write { unit in
      let version = try unit.seals.nextVersion(of: image.kind, for: owner)
      let seal = try vault.kept(
        image, owner: owner, version: version, adjustment: adjustment, by: person, at: now)
      try unit.seals.insert(seal)
      return seal
    }
  }

  /// An officer approves a seal; one of the issuing body needs two of them.
  ///
  /// - Throws: ``Refusal`` when the officer is not who they say, or the seal waits for no approval.
  package func approve(_ id: String, by officer: Identification) async throws -> KeptSeal {
    let person = try await officer.confirmed(as: .officer, by: office.store).id
    let now = office.surroundings.now()
    let seal = try await office.store.write { unit in
      try unit.seals.approve(id, by: person, at: now)
    }
    let isFirst = seal.version == 1
    if seal.isApproved { try record(isFirst ? .sealApproved : .sealChanged, seal, by: person) }
    return seal
  }

  /// An officer returns a seal to its owner, or takes an approved one out of use.
  ///
  /// - Throws: ``Refusal`` when the officer is not who they say, the seal is neither waiting nor approved,
  ///   or there is no reason.
  package func end(
    _ id: String, by officer: Identification, reason: String
  ) async throws -> KeptSeal {
    let person = try await officer.confirmed(as: .officer, by: office.store).id
    let now = office.surroundings.now()
    let seal = try await office.store.write { unit in
      let seal = try Self.known(id, unit)
      let ended =
        seal.status.stage == .pending
        ? try seal.returned(by: person, at: now, reason: reason)
        : try seal.withdrawn(by: person, at: now, reason: reason)
      try unit.seals.update(ended)
      return ended
    }
    if seal.status.stage == .withdrawn { try record(.sealRevoked, seal, by: person) }
    return seal
  }

  /// An officer suspends an owner (禁用), or ends that.
  ///
  /// - Throws: ``Refusal`` when the officer is not who they say.
  package func suspend(
    _ owner: SealOwner, _ isSuspended: Bool, by officer: Identification
  ) async throws {
    let person = try await officer.confirmed(as: .officer, by: office.store).id
    let act = SealAct(by: person, at: office.surroundings.now())
    try await office.store.write { unit in
      try unit.seals.setSuspended(owner, isSuspended, act)
    }
  }

  /// Every kept seal.
  package func all() async throws -> [KeptSeal] { try await office.store.read { try $0.seals.all() } }

  /// The picture of a seal that people get to see: small, under a SAMPLE band.
  ///
  /// - Throws: ``Refusal`` for an unknown seal, ``SealKeepingError`` when it cannot be opened.
  package func sample(of id: String) async throws -> Data {
    try vault.sample(of: try await office.store.read { try Self.known(id, $0) })
  }

  /// The scan a seal was made from, small and under the same band, for officers only; looking is logged.
  ///
  /// - Throws: as ``sample(of:)``; also ``Refusal`` when the officer is not who they say.
  package func review(of id: String, by officer: Identification) async throws -> Data {
    let person = try await officer.confirmed(as: .officer, by: office.store).id
    let seal = try await office.store.read { try Self.known(id, $0) }
    try record(.sealViewed, seal, by: person)
    return try vault.review(of: seal)
  }

  private static func known(_ id: String, _ unit: UnitOfWork) throws -> KeptSeal {
    guard let seal = try unit.seals.seal(id) else {
      throw Refusal(Diagnostic(at: .field("seal"), Wording.unknownSeal(id)))
    }
    return seal
  }

  private func record(
    _ kind: LogEvent.Kind, _ seal: KeptSeal, by person: String
  ) throws(CredentialError) {
    _ = try office.record(kind, ["seal": seal.id, "digest": seal.digest, "officer": person])
  }
}
