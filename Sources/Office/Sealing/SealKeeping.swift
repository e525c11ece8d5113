import Credentials
package import Crypto
package import Foundation
import PrintDesk
package import Seals
import Store

/// Keeps seals and signatures encrypted, and shows what may be seen of them.
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
  /// - Returns: what is kept.
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

  /// The picture of a seal that people get to see: small, under a SAMPLE band.
  ///
  /// - Throws: ``Refusal`` for an unknown seal, ``SealKeepingError`` when it cannot be opened.
  package func sample(of id: String) async throws -> Data {
    try vault.sample(of: try await office.store.read { try $0.knownSeal(id) })
  }

  /// The scan a seal was made from, small and under such bands, for officers only; looking is logged.
  ///
  /// - Throws: as ``sample(of:)``; also ``Refusal`` when the officer is not who they say.
  package func review(of id: String, by officer: Identification) async throws -> Data {
    let person = try await officer.confirmed(as: .officer, by: office.store).id
    let seal = try await office.store.read { try $0.knownSeal(id) }
    try office.book.record(.sealViewed, of: seal, by: person)
    return try vault.review(of: seal)
  }
}
