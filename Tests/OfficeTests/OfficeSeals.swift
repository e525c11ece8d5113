import DisplayList
import Foundation
import Office
import Seals
import Support

/// Kept seals of every owner, encrypted once a run with the key of the ring.
enum OfficeSeals {
  static let enterprise = "1100B0001"
  static let company = SealOwner.enterprise(enterprise)
  static let signatory = SealOwner.signatory(enterprise: enterprise, id: "zhang")
  static let officer = SealOwner.officer("li")

  /// Who has what: all that a certificate shows, and what only some show.
  static let needed: [(SealOwner, SealKind)] = [
    (company, .company), (signatory, .signature), (.issuer, .issuer), (officer, .signature),
  ]

  private static let shared = Task {
    let random = SeededBytes(seed: 30)
    let vault = SealVault(wrappingKey: try await OfficeKeys.all().ring.imageKey) { random.next($0) }
    let extra: [(SealOwner, SealKind)] = [(company, .bilingual), (.issuer, .retroactive)]
    return try (needed + extra).map { owner, kind in
      try vault.kept(DrawnSeals.image(kind), owner: owner, version: 1, by: "wang", at: 100)
    }
  }

  /// The first version of an owner's seal of a kind, approved long ago.
  static func approved(_ owner: SealOwner, _ kind: SealKind) async throws -> KeptSeal {
    let all = try await shared.value
    guard let seal = all.first(where: { $0.owner == owner && $0.kind == kind }) else {
      preconditionFailure("no such seal was drawn")
    }
    let once = try seal.approved(by: "li", at: 200)
    return owner.needsTwoApprovals ? try once.approved(by: "chen", at: 300) : once
  }
}
