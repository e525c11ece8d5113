package import Crypto
package import Diagnostics
package import DisplayList
package import Foundation

/// The only place where kept seals are encrypted and opened (sealing.md §7.6).
///
/// Nothing gives a clean mark out: what is opened goes onto a released document through a ``Stamper``,
/// or into a small picture under a SAMPLE band.
package struct SealVault: Sendable {
  let cipher: SealCipher

  /// A vault over its key.
  ///
  /// - Parameters:
  ///   - wrappingKey: 32 bytes that encrypt the key of every part.
  ///   - random: as many random bytes as it is asked for, never the same ones twice.
  package init(wrappingKey: SymmetricKey, random: @escaping @Sendable (Int) -> Data) {
    cipher = SealCipher(wrappingKey: wrappingKey, random: random)
  }

  /// Encrypts a prepared seal.
  ///
  /// - Parameters:
  ///   - image: the seal, which passed its gates.
  ///   - owner: whose it is.
  ///   - version: the next one of the owner and kind.
  ///   - adjustment: size and place as the user set them.
  ///   - person: who hands it in.
  ///   - time: seconds since 1970.
  /// - Returns: what is to be kept of it, waiting for approval.
  /// - Throws: ``Refusal`` when the owner may not have a seal of the kind.
  package func kept(
    _ image: SealImage, owner: SealOwner, version: Int, adjustment: SealAdjustment = .none,
    by person: String, at time: Int
  ) throws(Refusal) -> KeptSeal {
    precondition(owner.isWellFormed && version > 0, "an owner has a text, a version a number")
    guard owner.role(of: image.kind) != nil else {
      throw Refusal(Diagnostic(at: .field("kind"), Wording.notOwned(image.kind, owner)))
    }
    let stamp = SealStamp(image, adjustment: adjustment)
    let digest = SealDigest.text(of: stamp)
    let name = KeptSeal.id(owner, image.kind, version)
    return KeptSeal(
      owner: owner, kind: image.kind, version: version, shape: image.shape, size: image.size,
      frame: image.frame, ink: image.ink, adjustment: adjustment, slider: image.slider,
      digest: digest, enrolled: SealAct(by: person, at: time),
      mask: cipher.sealed(
        SealContents(mask: image.mask).bytes, context: SealPart.mask.context(name, digest)),
      upload: cipher.sealed(
        SealContents(upload: image.upload, resolution: image.resolution).bytes,
        context: SealPart.upload.context(name, digest)))
  }

  /// Opens approved seals to be stamped.
  ///
  /// - Parameters:
  ///   - seals: what stands at the places of each role.
  ///   - straddle: 骑缝章 over the edges of several sheets; `nil` for none.
  /// - Returns: a stamper with the seals.
  /// - Throws: ``SealKeepingError`` when a seal is not approved, is for another role (over the edges: is a
  ///   signature), or cannot be opened.
  package func stamper(
    for seals: [MarkRole: KeptSeal], straddle: KeptSeal? = nil
  ) throws(SealKeepingError) -> Stamper {
    var stamps: [MarkRole: SealStamp] = [:]
    for role in MarkRole.allCases {
      guard let seal = seals[role] else { continue }
      guard seal.role == role else { throw SealKeepingError(.wrongPlace, seal.id) }
      stamps[role] = try approvedStamp(of: seal)
    }
    guard let straddle else { return Stamper(stamps: stamps) }
    guard straddle.role != nil, !straddle.kind.isHandwritten else {
      throw SealKeepingError(.wrongPlace, straddle.id)
    }
    return Stamper(stamps: stamps, straddle: try approvedStamp(of: straddle))
  }

  /// A stamper with the seals that stood on an output of the past, in force or not: its file is made
  /// again to be compared, never to be handed out.
  ///
  /// - Parameters:
  ///   - seals: what stood at the places of each role.
  ///   - straddle: 骑缝章 over the edges of several sheets; `nil` for none.
  ///   - moment: when they were put on it, in seconds since 1970.
  /// - Returns: a stamper with just these seals.
  /// - Throws: ``SealKeepingError`` when a seal was not in force then, is for another role, or cannot be
  ///   opened.
  package func stamper(
    repeating seals: [MarkRole: KeptSeal], straddle: KeptSeal?, from moment: Int
  ) throws(SealKeepingError) -> Stamper {
    var stamps: [MarkRole: SealStamp] = [:]
    for (role, seal) in seals {
      guard seal.role == role else { throw SealKeepingError(.wrongPlace, seal.id) }
      guard seal.status.isValid(at: moment) else { throw SealKeepingError(.notApproved, seal.id) }
      stamps[role] = try stamp(of: seal)
    }
    return Stamper(stamps: stamps, straddle: try straddle.map(stamp))
  }

  private func approvedStamp(of seal: KeptSeal) throws(SealKeepingError) -> SealStamp {
    guard seal.isApproved else { throw SealKeepingError(.notApproved, seal.id) }
    return try stamp(of: seal)
  }

  /// The clean mark; stays in this module.
  func stamp(of seal: KeptSeal) throws(SealKeepingError) -> SealStamp {
    let context = SealPart.mask.context(seal.id, seal.digest)
    guard let bytes = cipher.opened(seal.mask, context: context),
      let mask = SealContents(bytes: bytes).mask
    else { throw SealKeepingError(.unreadable, seal.id) }
    let stamp = SealStamp(
      mask: mask, ink: seal.ink, size: seal.frame, adjustment: seal.adjustment)
    guard SealDigest.text(of: stamp) == seal.digest else {
      throw SealKeepingError(.unreadable, seal.id)
    }
    return stamp
  }

  /// The untouched file with its dots per inch; stays in this module.
  func upload(
    of seal: KeptSeal
  ) throws(SealKeepingError) -> (file: Data, resolution: Double) {
    let context = SealPart.upload.context(seal.id, seal.digest)
    guard let bytes = cipher.opened(seal.upload, context: context),
      let upload = SealContents(bytes: bytes).upload
    else { throw SealKeepingError(.unreadable, seal.id) }
    return upload
  }
}
