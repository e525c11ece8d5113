package import Crypto
package import Foundation

/// A key that signatures of records are checked with.
package enum PublicKey: Sendable {
  /// ECDSA on P-256 with SHA-256 (COSE ES256).
  case p256(P256.Signing.PublicKey)
  /// Ed25519 (COSE EdDSA).
  case ed25519(Curve25519.Signing.PublicKey)

  /// The signature algorithms, by their registered names (RFC 9053, sections 2.1 and 2.2).
  package enum Algorithm: String, CaseIterable, Sendable {
    case es256 = "ES256"
    case edDSA = "EdDSA"

    /// The number in COSE headers.
    package var cose: Int { self == .es256 ? -7 : -8 }
  }

  /// What precedes the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410).
  private static let ed25519Head: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]

  /// Reads a DER SubjectPublicKeyInfo; `nil` when it is none of either kind.
  package init?(spki: Data) {
    if spki.count == Self.ed25519Head.count + 32, spki.starts(with: Self.ed25519Head),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: spki.suffix(32))
    {
      self = .ed25519(key)
    } else if let key = try? P256.Signing.PublicKey(derRepresentation: spki),
      key.derRepresentation == spki
    {
      self = .p256(key)
    } else {
      return nil
    }
  }

  /// What the key signs with.
  package var algorithm: Algorithm {
    switch self {
    case .p256: .es256
    case .ed25519: .edDSA
    }
  }

  /// The DER SubjectPublicKeyInfo.
  package var spki: Data {
    switch self {
    case .p256(let key): key.derRepresentation
    case .ed25519(let key): Data(Self.ed25519Head) + key.rawRepresentation
    }
  }

  /// SHA-256 of the SubjectPublicKeyInfo: what a notice prints, and what key ids are the start of.
  package var fingerprint: [UInt8] { Array(SHA256.hash(data: spki)) }

  /// Whether a signature of 64 bytes over the message is this key's.
  package func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    switch self {
    case .ed25519(let key): return key.isValidSignature(signature, for: message)
    case .p256(let key):
      guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
      else { return false }
      return key.isValidSignature(signature, for: message)
    }
  }
}

extension PublicKey: Hashable {
  /// Keys are the same when their SubjectPublicKeyInfo is.
  package static func == (a: PublicKey, b: PublicKey) -> Bool { a.spki == b.spki }

  /// Hashes the SubjectPublicKeyInfo.
  package func hash(into hasher: inout Hasher) { hasher.combine(spki) }
}
