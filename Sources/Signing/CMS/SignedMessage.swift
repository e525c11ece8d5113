/// A detached signature to be written (RFC 5652, 5): one signer, the certificates, perhaps a token.
struct SignedMessage {
  let attributes: SignedAttributes
  let algorithm: SignatureAlgorithm
  let signature: [UInt8]
  let certificate: X509Certificate
  /// The certificates that lead to a trusted one.
  let chain: [X509Certificate]
  /// The time-stamp token over the signature, as DER.
  var token: [UInt8]?

  /// The ContentInfo as DER.
  var encoded: [UInt8] {
    let certificates = Self.unique([certificate] + chain).map { DERItem.raw($0.bytes) }
    let content = DERItem.sequence([
      .integer(1),
      .set([DigestAlgorithm.sha256.algorithm]),
      .sequence([.identifier(Identifiers.data)]),
      // A set, but written under its own tag: RFC 5652 asks for no order of certificates.
      .tagged(0, certificates),
      .set([signer]),
    ])
    return DERItem.sequence([.identifier(Identifiers.signedData), .tagged(0, [content])]).encoded
  }

  private var signer: DERItem {
    var fields: [DERItem] = [
      .integer(1),
      .sequence([.raw(certificate.issuer), .raw(certificate.serial)]),
      DigestAlgorithm.sha256.algorithm,
      .raw(attributes.tagged),
      algorithm.identifier,
      .octets(signature),
    ]
    if let token {
      fields.append(
        .tagged(1, [SignedAttributes.attribute(Identifiers.timestampToken, .raw(token))]))
    }
    return .sequence(fields)
  }

  /// In the order that a DER SET has, each once.
  private static func unique(_ certificates: [X509Certificate]) -> [X509Certificate] {
    Set(certificates).sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }
}
