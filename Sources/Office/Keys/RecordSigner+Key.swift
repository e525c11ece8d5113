import Credentials
import Crypto
import Signing

extension RecordSigner {
  /// A signer with a key outside the key ring.
  ///
  /// Each signature is checked: a key of another certificate or a confused service is found out
  /// before its record is printed.
  ///
  /// - Parameters:
  ///   - publicKey: the public half.
  ///   - path: its file for messages.
  ///   - key: the private half, on P-256; signs in DER, which becomes the 64 bytes of RFC 9053, 2.1.
  init(publicKey: P256.Signing.PublicKey, from path: String, key: any Key) {
    self.init(publicKey: .p256(publicKey)) { message in
      let bytes = try await key.signature(over: message)
      guard let signature = try? P256.Signing.ECDSASignature(derRepresentation: bytes),
        publicKey.isValidSignature(signature, for: message)
      else { throw OfficeError(.keysDiffer, Wording.recordKeyMismatch(path)) }
      return Array(signature.rawRepresentation)
    }
  }
}
