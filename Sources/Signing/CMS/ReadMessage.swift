import SwiftASN1

/// A signature as it is read (RFC 5652, 5): exactly one signer, by issuer and serial number.
struct ReadMessage {
  /// An attribute with its values.
  struct Attribute {
    let identifier: ASN1ObjectIdentifier
    let values: [DERNode]
    /// The whole attribute as it stands.
    let raw: [UInt8]
  }

  let contentType: ASN1ObjectIdentifier
  /// What is signed; `nil` for a detached signature.
  let content: [UInt8]?
  let certificates: [X509Certificate]
  let digest: DigestAlgorithm
  let signedAttributes: [Attribute]
  let unsignedAttributes: [Attribute]
  let signature: [UInt8]
  private let scheme: SignatureScheme
  /// The signed attributes as they stand, as a SET.
  private let toBeSigned: [UInt8]
  private let issuer: [UInt8]
  private let serial: [UInt8]

  init(_ bytes: [UInt8]) throws(DERFault) {
    let part = "signed data"
    let outer = try DERNode(bytes, part).sequence(part, atLeast: 2)
    guard try outer[0].identifier(part) == Identifiers.signedData, outer[1].hasTag(0)
    else { throw DERFault(part: part) }
    let inner = try outer[1].members(part)
    guard inner.count == 1 else { throw DERFault(part: part) }
    let fields = try inner[0].sequence(part, atLeast: 4)
    let encapsulated = try fields[2].sequence(part, atLeast: 1)
    contentType = try encapsulated[0].identifier(part)
    content = encapsulated.count > 1 ? try encapsulated[1].members(part).first?.octets(part) : nil
    var certificates: [X509Certificate] = []
    for node in try fields.first(where: { $0.hasTag(0) })?.members(part) ?? [] {
      certificates.append(try X509Certificate(reading: node.raw))
    }
    self.certificates = certificates
    let signers = try fields[fields.count - 1].set("signer")
    guard signers.count == 1 else { throw DERFault(part: "signer") }
    let signer = try signers[0].sequence("signer", atLeast: 6)
    let identity = try signer[1].sequence("signer", atLeast: 2)
    (issuer, serial) = (identity[0].raw, identity[1].raw)
    let algorithm = try signer[2].sequence("digest", atLeast: 1)[0].identifier("digest")
    guard let digest = DigestAlgorithm(algorithm) else { throw DERFault(part: "digest") }
    self.digest = digest
    guard signer[3].hasTag(0) else { throw DERFault(part: "signed attributes") }
    signedAttributes = try Self.attributes(signer[3])
    toBeSigned = [0x31] + signer[3].raw.dropFirst()
    scheme = try SignatureScheme(signer[4])
    signature = try signer[5].octets("signature")
    unsignedAttributes = signer.count > 6 ? try Self.attributes(signer[6]) : []
  }

  /// The signer's certificate, when it is in the message.
  var signer: X509Certificate? {
    certificates.first { $0.issuer == issuer && $0.serial == serial }
  }

  /// Whether the signature over the signed attributes is the signer's.
  func isSigned(by certificate: X509Certificate) -> Bool {
    scheme.isValid(signature, over: toBeSigned, by: certificate.publicKey, digest: digest)
  }

  /// The one value of a signed attribute; `nil` when it is missing or has several.
  func signedValue(_ identifier: ASN1ObjectIdentifier) -> DERNode? {
    let found = signedAttributes.filter { $0.identifier == identifier }
    guard found.count == 1, found[0].values.count == 1 else { return nil }
    return found[0].values[0]
  }

  /// Whether the signed attributes bind the content of this digest.
  func binds(_ expected: [UInt8]) -> Bool {
    (try? signedValue(Identifiers.messageDigest)?.octets("digest")) == expected
      && (try? signedValue(Identifiers.contentType)?.identifier("type")) == contentType
  }

  /// Whether signing-certificate-v2 names this certificate (RFC 5035, 3).
  func names(_ certificate: X509Certificate) -> Bool {
    guard let value = signedValue(Identifiers.signingCertificateV2) else { return false }
    return (try? Self.firstHash(value, certificate)) ?? false
  }

  private static func firstHash(
    _ value: DERNode, _ certificate: X509Certificate
  ) throws(DERFault) -> Bool {
    let part = "signing certificate"
    let first = try value.sequence(part, atLeast: 1)[0].sequence(part, atLeast: 1)[0]
    let fields = try first.sequence(part, atLeast: 1)
    guard fields[0].isSequence else {
      return try fields[0].octets(part) == DigestAlgorithm.sha256.of(certificate.bytes)
    }
    let identifier = try fields[0].sequence(part, atLeast: 1)[0].identifier(part)
    guard fields.count > 1, let digest = DigestAlgorithm(identifier)
    else { throw DERFault(part: part) }
    return try fields[1].octets(part) == digest.of(certificate.bytes)
  }

  private static func attributes(_ node: DERNode) throws(DERFault) -> [Attribute] {
    var result: [Attribute] = []
    for entry in try node.members("attributes") {
      let fields = try entry.sequence("attributes", atLeast: 2)
      result.append(
        Attribute(
          identifier: try fields[0].identifier("attributes"),
          values: try fields[1].set("attributes"), raw: entry.raw))
    }
    return result
  }
}
