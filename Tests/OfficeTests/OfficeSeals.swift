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

  private static let drawer = Drawer()

  /// Keeps each seal that was asked for.
  private actor Drawer {
    private let random = SeededBytes(seed: 30)
    private var known: [String: KeptSeal] = [:]

    func seal(_ owner: SealOwner, _ kind: SealKind) async throws -> KeptSeal {
      let key = try await OfficeKeys.all().ring.imageKey
      if let seal = known["\(owner.text):\(kind)"] { return seal }
      let vault = SealVault(wrappingKey: key) { [random] in random.next($0) }
      let seal = try vault.kept(
        DrawnSeals.image(kind), owner: owner, version: 1, by: "wang", at: 100)
      known["\(owner.text):\(kind)"] = seal
      return seal
    }
  }

  /// The first version of an owner's seal of a kind, approved long ago.
  static func approved(_ owner: SealOwner, _ kind: SealKind) async throws -> KeptSeal {
    let seal = try await drawer.seal(owner, kind)
    let once = try seal.approved(by: "li", at: 200)
    return owner.needsTwoApprovals ? try once.approved(by: "chen", at: 300) : once
  }
}
