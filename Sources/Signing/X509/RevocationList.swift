import SwiftASN1

/// A list of revoked certificates (RFC 5280, 5).
struct RevocationList {
  private let issuer: [UInt8]
  private let serials: Set<[UInt8]>
  private let signedPart: [UInt8]
  private let scheme: SignatureScheme
  private let signature: [UInt8]

  init(_ bytes: [UInt8]) throws(DERFault) {
    let part = "revocation list"
    let outer = try DERNode(bytes, part).sequence(part, atLeast: 3)
    signedPart = outer[0].raw
    scheme = try SignatureScheme(outer[1])
    signature = try outer[2].bits(part)
    // Version, algorithm, issuer, this update; then the next update may be missing.
    let fields = try outer[0].sequence(part, atLeast: 4)
    issuer = fields[2].raw
    let list = fields.dropFirst(4).first { $0.isSequence }
    var serials: Set<[UInt8]> = []
    for entry in try list?.sequence(part) ?? [] {
      serials.insert(try entry.sequence(part, atLeast: 2)[0].raw)
    }
    self.serials = serials
  }

  /// Whether the certificate's own issuer has it on this list; the date does not matter.
  func revokes(_ certificate: X509Certificate, issuer other: X509Certificate) -> Bool {
    issuer == certificate.issuer && issuer == other.subject
      && serials.contains(certificate.serial)
      && scheme.isValid(signature, over: signedPart, by: other.publicKey)
  }
}
