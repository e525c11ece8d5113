import Crypto

/// A key at a remote signing service, such as the chamber's own.
///
/// The interface: one request a signature, over HTTPS with the caller's own credentials. It states
/// the key's name, the algorithm (``SignatureAlgorithm``'s raw value) and the SHA-256 of what is to be
/// signed; the answer is the signature alone, DER for ECDSA and the plain number for RSA. The service
/// never sees the document. How that travels is the closure's affair.
package struct RemoteKey: Key {
  /// What the service is asked.
  package struct Request: Sendable, Hashable {
    /// The key's name at the service.
    package let key: String
    /// How the key signs.
    package let algorithm: SignatureAlgorithm
    /// The SHA-256 of what is to be signed.
    package let digest: [UInt8]
  }

  /// How the service signs with it.
  package let algorithm: SignatureAlgorithm
  private let name: String
  private let send: @Sendable (Request) async throws -> [UInt8]

  /// - Parameters:
  ///   - name: The key's name at the service.
  ///   - algorithm: How the key signs.
  ///   - send: Asks the service and gives the signature; throws when it does not answer.
  package init(
    name: String, algorithm: SignatureAlgorithm,
    send: @escaping @Sendable (Request) async throws -> [UInt8]
  ) {
    self.name = name
    self.algorithm = algorithm
    self.send = send
  }

  /// The signature over some bytes, as ``Key`` describes it.
  package func signature(over bytes: [UInt8]) async throws(SigningError) -> [UInt8] {
    let request = Request(
      key: name, algorithm: algorithm, digest: Array(SHA256.hash(data: bytes)))
    do { return try await send(request) } catch {
      throw SigningError(.remoteDown, Wording.remoteDown(name), cause: "\(error)")
    }
  }
}
