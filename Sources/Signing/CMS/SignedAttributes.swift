import SwiftASN1

/// What is signed beside the digest: exactly the attributes of PAdES B-B (ETSI EN 319 142-1, 6.3).
struct SignedAttributes {
  /// The attributes a signature must have, and no others; signing-time is forbidden.
  static let exact: Set<ASN1ObjectIdentifier> = [
    Identifiers.contentType, Identifiers.messageDigest, Identifiers.signingCertificateV2,
  ]

  /// Each as a SEQUENCE of its identifier and its values.
  let attributes: [DERItem]

  init(digest: [UInt8], certificate: X509Certificate) {
    attributes = [
      Self.attribute(Identifiers.contentType, .identifier(Identifiers.data)),
      Self.attribute(Identifiers.messageDigest, .octets(digest)),
      Self.attribute(Identifiers.signingCertificateV2, Self.signingCertificate(certificate)),
    ]
  }

  /// Attributes as given, such as those of a message that was read.
  init(attributes: [DERItem]) { self.attributes = attributes }

  /// What the key signs: the encoding as a SET (RFC 5652, 5.4).
  var toBeSigned: [UInt8] { DERItem.set(attributes).encoded }

  /// The same under the tag it has in a SignerInfo.
  var tagged: [UInt8] { [0xa0] + toBeSigned.dropFirst() }

  static func attribute(_ identifier: ASN1ObjectIdentifier, _ value: DERItem) -> DERItem {
    .sequence([.identifier(identifier), .set([value])])
  }

  /// SigningCertificateV2 of one certificate by its SHA-256, the default (RFC 5035, 3).
  static func signingCertificate(_ certificate: X509Certificate) -> DERItem {
    .sequence([.sequence([.sequence([.octets(DigestAlgorithm.sha256.of(certificate.bytes))])])])
  }
}
