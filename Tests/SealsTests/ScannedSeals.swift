import Crypto
import DisplayList
import Measures
import Seals
import Support
import Testing

/// Drawn seals, and vaults to keep them.
enum ScannedSeals {
  /// A prepared seal of a kind.
  static func image(_ kind: SealKind) throws -> SealImage { try DrawnSeals.image(kind) }

  /// A vault whose key and random bytes come from a seed.
  static func vault(key: Int = 1, seed: Int = 1) -> SealVault {
    let bytes = SeededBytes(seed: seed)
    return SealVault(wrappingKey: SymmetricKey(data: SeededBytes(seed: key).next(32))) {
      bytes.next($0)
    }
  }

  /// A kept seal of a kind, at the first of its owners in ``SampleSeals``, approved.
  static func approved(
    _ kind: SealKind, in vault: SealVault, adjustment: SealAdjustment = .none
  ) throws -> KeptSeal {
    let owner = try #require(SampleSeals.owners.first { $0.kinds.contains(kind) })
    let kept = try vault.kept(
      try image(kind), owner: owner, version: 1, adjustment: adjustment, by: "wang", at: 100)
    let once = try kept.approved(by: "li", at: 200)
    return owner.needsTwoApprovals ? try once.approved(by: "chen", at: 300) : once
  }
}

extension KeptSeal {
  /// The seal with some parts exchanged, as somebody who writes in the register could.
  func altered(
    owner: SealOwner? = nil, kind: SealKind? = nil, version: Int? = nil, frame: Size? = nil,
    ink: Ink? = nil, adjustment: SealAdjustment? = nil, digest: String? = nil,
    mask: EncryptedPart? = nil, upload: EncryptedPart? = nil
  ) -> KeptSeal {
    KeptSeal(
      owner: owner ?? self.owner, kind: kind ?? self.kind, version: version ?? self.version,
      shape: shape, size: size, frame: frame ?? self.frame, ink: ink ?? self.ink,
      adjustment: adjustment ?? self.adjustment, slider: slider, digest: digest ?? self.digest,
      enrolled: enrolled, mask: mask ?? self.mask, upload: upload ?? self.upload, status: status)
  }
}
