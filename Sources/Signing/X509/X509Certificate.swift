import SwiftASN1

/// A certificate of a key (RFC 5280), read strictly.
package struct X509Certificate: Sendable, Hashable {
  /// The whole certificate as DER.
  package let bytes: [UInt8]
  /// The subject's common name, or nothing.
  package let name: String
  /// The first second it is valid.
  package let notBefore: Moment
  /// The last second it is valid.
  package let notAfter: Moment
  /// The issuer's and the subject's names and the serial number, as they are encoded.
  let issuer: [UInt8]
  let subject: [UInt8]
  let serial: [UInt8]
  let publicKey: PublicKey
  let extensions: X509Extensions
  private let signedPart: [UInt8]
  private let scheme: SignatureScheme
  private let signature: [UInt8]

  /// Reads a certificate from DER; throws ``SigningError`` of code `certificate-damaged`.
  package init(_ bytes: [UInt8]) throws(SigningError) {
    do { try self.init(reading: bytes) } catch {
      throw SigningError(
        .certificateDamaged, Wording.certificateDamaged, cause: error.part)
    }
  }

  init(reading bytes: [UInt8]) throws(DERFault) {
    let part = "certificate"
    let outer = try DERNode(bytes, part).sequence(part, atLeast: 3)
    var fields = try outer[0].sequence(part, atLeast: 6)
    guard fields[0].hasTag(0), fields.count >= 7 else { throw DERFault(part: "version") }
    fields.removeFirst()
    self.bytes = bytes
    signedPart = outer[0].raw
    scheme = try SignatureScheme(outer[1])
    guard outer[1].raw == fields[1].raw else { throw DERFault(part: "signature algorithm") }
    signature = try outer[2].bits("signature")
    serial = fields[0].raw
    issuer = fields[2].raw
    let period = try fields[3].sequence("validity", atLeast: 2)
    notBefore = try period[0].moment("validity")
    notAfter = try period[1].moment("validity")
    subject = fields[4].raw
    name = try Self.commonName(fields[4])
    publicKey = try PublicKey(fields[5])
    extensions = try X509Extensions(fields.first { $0.hasTag(3) })
  }

  /// The certificates of a PEM text in their order; at least one.
  package static func all(inPEM text: String) throws(SigningError) -> [X509Certificate] {
    let found = ((try? PEMDocument.parseMultiple(pemString: text)) ?? [])
      .filter { $0.discriminator == "CERTIFICATE" }
    guard !found.isEmpty else {
      throw SigningError(.certificateDamaged, Wording.certificateDamaged)
    }
    var result: [X509Certificate] = []
    for document in found { result.append(try X509Certificate(document.derBytes)) }
    return result
  }

  /// Certificates are the same when their bytes are.
  package static func == (a: Self, b: Self) -> Bool { a.bytes == b.bytes }

  /// Hashes the bytes.
  package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

  /// Whether `other`'s key signed this certificate.
  func isSigned(by other: X509Certificate) -> Bool {
    scheme.isValid(signature, over: signedPart, by: other.publicKey)
  }

  private static func commonName(_ node: DERNode) throws(DERFault) -> String {
    for set in try node.sequence("name") {
      for pair in try set.set("name") {
        let parts = try pair.sequence("name", atLeast: 2)
        if try parts[0].identifier("name") == Identifiers.commonName {
          return String(decoding: try parts[1].content("name"), as: UTF8.self)
        }
      }
    }
    return ""
  }
}
