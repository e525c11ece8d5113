package import Crypto

/// What signs records: a public key and a way to have its private half sign.
///
/// A closure, because the private half may be in a file, a device or another service.
package struct RecordSigner: Sendable {
  /// The public half.
  package let publicKey: PublicKey
  /// Signs a message; answers the 64 bytes of the signature.
  package let sign: @Sendable ([UInt8]) async throws -> [UInt8]

  /// A signer from its public half and a way to sign.
  package init(
    publicKey: PublicKey, sign: @escaping @Sendable ([UInt8]) async throws -> [UInt8]
  ) {
    self.publicKey = publicKey
    self.sign = sign
  }

  /// A signer with an ECDSA key in memory.
  package init(_ key: P256.Signing.PrivateKey) {
    self.init(publicKey: .p256(key.publicKey)) { message in
      Array(try key.signature(for: message).rawRepresentation)
    }
  }

  /// A signer with an Ed25519 key in memory.
  package init(_ key: Curve25519.Signing.PrivateKey) {
    self.init(publicKey: .ed25519(key.publicKey)) { message in
      Array(try key.signature(for: message))
    }
  }
}
