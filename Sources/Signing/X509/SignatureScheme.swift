import SwiftASN1

/// How a certificate, a list or a message is signed: a family of keys and a digest.
struct SignatureScheme: Hashable, Sendable {
  let isRSA: Bool
  /// `nil` where the identifier leaves it open, as plain RSA does in CMS (RFC 3370, 3.2).
  let digest: DigestAlgorithm?

  /// Reads an AlgorithmIdentifier of RFC 5758 or RFC 8017.
  init(_ node: DERNode) throws(DERFault) {
    let part = "signature algorithm"
    let identifier = try node.sequence(part, atLeast: 1)[0].identifier(part)
    switch identifier {
    case [1, 2, 840, 10_045, 4, 3, 2]: self.init(isRSA: false, digest: .sha256)
    case [1, 2, 840, 10_045, 4, 3, 3]: self.init(isRSA: false, digest: .sha384)
    case [1, 2, 840, 10_045, 4, 3, 4]: self.init(isRSA: false, digest: .sha512)
    case [1, 2, 840, 113_549, 1, 1, 11]: self.init(isRSA: true, digest: .sha256)
    case [1, 2, 840, 113_549, 1, 1, 12]: self.init(isRSA: true, digest: .sha384)
    case [1, 2, 840, 113_549, 1, 1, 13]: self.init(isRSA: true, digest: .sha512)
    case Identifiers.rsa: self.init(isRSA: true, digest: nil)
    default: throw DERFault(part: part)
    }
  }

  private init(isRSA: Bool, digest: DigestAlgorithm?) {
    self.isRSA = isRSA
    self.digest = digest
  }

  /// Whether `key` made the signature in this way; `digest` where the scheme leaves it open.
  func isValid(
    _ signature: [UInt8], over bytes: [UInt8], by key: PublicKey,
    digest other: DigestAlgorithm? = nil
  ) -> Bool {
    guard let digest = digest ?? other, other == nil || other == digest else { return false }
    let keyIsRSA = if case .rsa = key { true } else { false }
    return keyIsRSA == isRSA && key.isValid(signature, over: bytes, digest)
  }
}
