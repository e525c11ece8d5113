/// A key that signs with SM2: the chamber's certified device or service behind a closure.
package struct SealKey: Sendable {
  /// The certificate of the key as DER.
  let certificate: [UInt8]
  /// The signature over bytes, with SM3 and the default identity, as the DER of r and s.
  let sign: @Sendable ([UInt8]) async throws -> [UInt8]

  /// A key from its certificate (DER) and what signs with it.
  package init(
    certificate: [UInt8], sign: @escaping @Sendable ([UInt8]) async throws -> [UInt8]
  ) {
    self.certificate = certificate
    self.sign = sign
  }

  /// The SubjectPublicKeyInfo of a certificate of any kind of key.
  static func publicKey(ofCertificate bytes: [UInt8]) throws(DERFault) -> [UInt8] {
    let part = "certificate"
    let fields = try DERNode(bytes, part).sequence(part, atLeast: 3)[0].sequence(part, atLeast: 7)
    return fields[6].raw
  }
}
