import SwiftASN1

/// How a key signs.
package enum SignatureAlgorithm: String, Sendable {
  /// ECDSA over P-256 with SHA-256; signatures are DER (RFC 5758).
  case ecdsaP256
  /// RSA with SHA-256 and the padding of PKCS #1 version 1.5 (RFC 8017).
  case rsa

  /// The AlgorithmIdentifier in a SignerInfo (RFC 5754, 3).
  var identifier: DERItem {
    switch self {
    case .ecdsaP256: .sequence([.identifier([1, 2, 840, 10_045, 4, 3, 2])])
    case .rsa: .sequence([.identifier(Identifiers.rsa), .null])
    }
  }
}
