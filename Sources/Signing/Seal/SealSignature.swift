import SwiftASN1

/// The signature of an electronic seal over a finished file, SES_Signature of GB/T 38540-2020.
///
/// It stays beside the PDF: a certified file takes no second signature. The device
/// or service that makes it is the site's own; only tests ask, with a seal maker of theirs.
package struct SealSignature: Sendable {
  /// The signature as DER.
  package let bytes: [UInt8]

  /// Seals a finished file; `name` says what it is, as the standard's property information.
  ///
  /// `maker` is the certificate (DER) of the seal's maker whom we trust. Throws ``SigningError`` of
  /// code `seal` or `remote-down`.
  package init(
    of file: [UInt8], name: String, seal: ElectronicSeal, key: SealKey, maker: [UInt8],
    at moment: Moment
  ) async throws(SigningError) {
    if let fault = seal.fault(signer: key.certificate, at: moment, maker: maker) {
      throw SigningError(.seal, Wording.sealRefused, cause: "\(fault)")
    }
    guard let digest = SM2.digest(file) else { throw SigningError(.seal, Wording.noSM2) }
    let content = DERItem.sequence([
      .integer(4), .raw(seal.bytes), .time(moment), .bits(digest), .ascii(name),
    ])
    let signature: [UInt8]
    do { signature = try await key.sign(content.encoded) } catch {
      throw SigningError(.remoteDown, Wording.remoteDown("SM2"), cause: "\(error)")
    }
    bytes =
      DERItem.sequence([
        content, .octets(key.certificate), .identifier(Identifiers.sm2WithSM3), .bits(signature),
      ]).encoded
    if let fault = Self.fault(of: bytes, over: file, maker: maker) {
      throw SigningError(.seal, Wording.sealRefused, cause: "\(fault)")
    }
  }

  /// Why a signature is not good for a file; `nil` when it is (in the order of GM/T 0031, 6.2.3).
  ///
  /// The signer's own certificate is held against the seal's list; its chain is not looked at.
  package static func fault(
    of bytes: [UInt8], over file: [UInt8], maker: [UInt8]
  ) -> SealFault? {
    do { return try check(bytes, file, maker) } catch { return .unreadable }
  }

  private static func check(
    _ bytes: [UInt8], _ file: [UInt8], _ maker: [UInt8]
  ) throws(DERFault) -> SealFault? {
    let part = "seal signature"
    let outer = try DERNode(bytes, part).sequence(part, atLeast: 4)
    let content = try outer[0].sequence(part, atLeast: 5)
    guard outer.count == 4, content.count == 5, try content[0].integer(part) == 4,
      try outer[2].identifier(part) == Identifiers.sm2WithSM3
    else { return .unreadable }
    let signer = try outer[1].octets(part)
    let key = try SealKey.publicKey(ofCertificate: signer)
    guard SM2.isValid(try outer[3].bits(part), over: outer[0].raw, by: key)
    else { return .signature }
    guard try content[3].bits(part) == SM2.digest(file) else { return .digest }
    let seal = try ElectronicSeal(reading: content[1].raw)
    return seal.fault(signer: signer, at: try content[2].moment(part), maker: maker)
  }
}
