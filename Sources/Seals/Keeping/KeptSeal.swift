package import DisplayList
package import Measures

/// One version of an owner's seal or signature as it is kept: what is known about it, and ciphertext.
///
/// Nothing here shows the mark; only a ``SealVault`` with the right key opens it.
package struct KeptSeal: Hashable, Sendable {
  /// Whose it is.
  package let owner: SealOwner
  /// What it is.
  package let kind: SealKind
  /// Counted from 1 for each owner and kind.
  package let version: Int
  /// The outline.
  package let shape: SealShape
  /// The outline's true size.
  package let size: Size
  /// The mask's true size, margins included.
  package let frame: Size
  /// The colour of full ink.
  package let ink: Ink
  /// Size and place as the user set them.
  package let adjustment: SealAdjustment
  /// The slider the background was removed with.
  package let slider: Slider
  /// SHA-256, in hexadecimal, of all that shows in print; what a manifest names.
  package let digest: String
  /// Who handed it in, and when.
  package let enrolled: SealAct
  /// The mask, encrypted.
  package let mask: EncryptedPart
  /// The file it was made from, untouched, encrypted.
  package let upload: EncryptedPart
  /// What was decided about it.
  package let status: SealStatus

  /// A seal from its parts, such as a store keeps them.
  package init(
    owner: SealOwner, kind: SealKind, version: Int, shape: SealShape, size: Size, frame: Size,
    ink: Ink, adjustment: SealAdjustment, slider: Slider, digest: String, enrolled: SealAct,
    mask: EncryptedPart, upload: EncryptedPart, status: SealStatus = .pending
  ) {
    self.owner = owner
    self.kind = kind
    self.version = version
    self.shape = shape
    self.size = size
    self.frame = frame
    self.ink = ink
    self.adjustment = adjustment
    self.slider = slider
    self.digest = digest
    self.enrolled = enrolled
    self.mask = mask
    self.upload = upload
    self.status = status
  }

  /// The seal's name in records, such as `enterprise/1100B0001:company:3`.
  package var id: String { Self.id(owner, kind, version) }

  /// The name of a version.
  static func id(_ owner: SealOwner, _ kind: SealKind, _ version: Int) -> String {
    "\(owner.text):\(kind.rawValue):\(version)"
  }

  /// The places it fills; `nil` for a kind that its owner may not have.
  package var role: MarkRole? { owner.role(of: kind) }

  /// Whether it may be put on certificates; under dual control only with two persons' approvals.
  package var isApproved: Bool {
    guard status.stage == .approved else { return false }
    guard owner.needsTwoApprovals else { return true }
    return status.noted.map { $0.by != status.approved?.by } ?? false
  }

  /// The same seal with another status, such as a store records it.
  package func with(_ status: SealStatus) -> KeptSeal {
    KeptSeal(
      owner: owner, kind: kind, version: version, shape: shape, size: size, frame: frame, ink: ink,
      adjustment: adjustment, slider: slider, digest: digest, enrolled: enrolled, mask: mask,
      upload: upload, status: status)
  }
}
