import Crypto
import CryptoExtras
import SwiftASN1

/// A public key of a kind that certificates here have.
enum PublicKey: Sendable {
  case p256(P256.Signing.PublicKey)
  case p384(P384.Signing.PublicKey)
  case rsa(_RSA.Signing.PublicKey)

  /// Reads a SubjectPublicKeyInfo (RFC 5280, 4.1.2.7); RSA keys have 2048 bits or more.
  init(_ node: DERNode) throws(DERFault) {
    let part = "public key"
    let algorithm = try node.sequence(part, atLeast: 2)[0].sequence(part, atLeast: 2)
    let kind = try algorithm[0].identifier(part)
    do {
      if kind == Identifiers.rsa {
        self = .rsa(try _RSA.Signing.PublicKey(derRepresentation: node.raw))
      } else if kind == Identifiers.ellipticKey,
        try algorithm[1].identifier(part) == Identifiers.p384
      {
        self = .p384(try P384.Signing.PublicKey(derRepresentation: node.raw))
      } else {
        self = .p256(try P256.Signing.PublicKey(derRepresentation: node.raw))
      }
    } catch { throw DERFault(part: part) }
  }

  /// The same key in its standard form, to compare it.
  var encoded: [UInt8] {
    switch self {
    case .p256(let key): Array(key.derRepresentation)
    case .p384(let key): Array(key.derRepresentation)
    case .rsa(let key): Array(key.derRepresentation)
    }
  }

  /// Whether this key made the signature; signatures of another kind are none of it.
  func isValid(_ signature: [UInt8], over bytes: [UInt8], _ digest: DigestAlgorithm) -> Bool {
    switch digest {
    case .sha256: isValid(signature, SHA256.hash(data: bytes))
    case .sha384: isValid(signature, SHA384.hash(data: bytes))
    case .sha512: isValid(signature, SHA512.hash(data: bytes))
    }
  }

  private func isValid(_ signature: [UInt8], _ digest: some Crypto.Digest) -> Bool {
    switch self {
    case .p256(let key):
      (try? P256.Signing.ECDSASignature(derRepresentation: signature))
        .map { key.isValidSignature($0, for: digest) } ?? false
    case .p384(let key):
      (try? P384.Signing.ECDSASignature(derRepresentation: signature))
        .map { key.isValidSignature($0, for: digest) } ?? false
    case .rsa(let key):
      key.isValidSignature(
        _RSA.Signing.RSASignature(rawRepresentation: signature), for: digest,
        padding: .insecurePKCS1v1_5)
    }
  }
}
