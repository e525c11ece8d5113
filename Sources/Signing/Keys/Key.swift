/// A key that signs: in a file, in a security module, or at a remote service.
package protocol Key: Sendable {
  /// How it signs.
  var algorithm: SignatureAlgorithm { get }

  /// The signature over the bytes, in the form that CMS holds: DER for ECDSA.
  ///
  /// Throws ``SigningError`` of one of the codes about keys, modules and remote services.
  func signature(over bytes: [UInt8]) async throws(SigningError) -> [UInt8]
}
