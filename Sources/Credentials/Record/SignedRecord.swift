/// A COSE_Sign1 without tag (RFC 9052, section 4.2) around the bytes of a record.
///
/// Protected header: algorithm and key id, nothing else; unprotected header: empty.
package struct SignedRecord: Hashable, Sendable {
  /// The protected header as it was signed.
  package let protected: [UInt8]
  /// The signature algorithm's number.
  package let algorithm: Int
  /// The first 4 to 8 bytes of SHA-256 over the key's SubjectPublicKeyInfo.
  package let keyID: [UInt8]
  /// The record's bytes.
  package let payload: [UInt8]
  /// The signature's 64 bytes.
  package let signature: [UInt8]

  /// How many bytes of the fingerprint a new record names its key by.
  package static let keyIDLength = 4
  /// Bytes of every signature.
  package static let signatureLength = 64
  private static let algorithmLabel = CBOR.unsigned(1)
  private static let keyIDLabel = CBOR.unsigned(4)

  /// Signs the bytes of a record.
  ///
  /// - Throws: what the signer throws.
  package init(payload: [UInt8], by signer: RecordSigner) async throws {
    algorithm = signer.publicKey.algorithm.cose
    keyID = Array(signer.publicKey.fingerprint.prefix(Self.keyIDLength))
    protected =
      CBOR.map([
        CBOR.Pair(Self.algorithmLabel, .integer(algorithm)),
        CBOR.Pair(Self.keyIDLabel, .bytes(keyID)),
      ]).encoded
    self.payload = payload
    signature = try await signer.sign(Self.message(protected, payload))
    precondition(signature.count == Self.signatureLength, "a signature has 64 bytes")
  }

  /// Reads the bytes strictly; `nil` when they are anything but what ``encoded`` writes.
  package init?(_ bytes: some Sequence<UInt8>) {
    guard let parts = (try? CBORDecoder.decode(bytes))?.elements, parts.count == 4,
      let protected = parts[0].byteString, parts[1] == .map([]),
      let payload = parts[2].byteString, let signature = parts[3].byteString,
      signature.count == Self.signatureLength,
      case .map(let header)? = try? CBORDecoder.decode(protected), header.count == 2,
      header[0].key == Self.algorithmLabel, let algorithm = header[0].value.integer,
      header[1].key == Self.keyIDLabel, let keyID = header[1].value.byteString,
      (4...8).contains(keyID.count)
    else { return nil }
    self.protected = protected
    self.algorithm = algorithm
    self.keyID = keyID
    self.payload = payload
    self.signature = signature
  }

  /// The bytes that the code carries.
  package var encoded: [UInt8] {
    CBOR.array([.bytes(protected), .map([]), .bytes(payload), .bytes(signature)]).encoded
  }

  /// Whether the key made the signature, and for the algorithm that the header names.
  package func isSigned(by key: PublicKey) -> Bool {
    key.algorithm.cose == algorithm && key.fingerprint.starts(with: keyID)
      && key.isValid(signature, for: Self.message(protected, payload))
  }

  /// What is signed: the Sig_structure of RFC 9052, section 4.4.
  private static func message(_ protected: [UInt8], _ payload: [UInt8]) -> [UInt8] {
    CBOR.array([.text("Signature1"), .bytes(protected), .bytes([]), .bytes(payload)]).encoded
  }
}
