import SwiftASN1

/// An electronic seal, SESeal of GB/T 38540-2020, as the seal's maker hands it out.
///
/// Read as far as signing with it needs. The maker's signature is over the seal's information alone.
package struct ElectronicSeal: Sendable {
  /// The whole seal as DER.
  let bytes: [UInt8]
  /// The certificates that may sign with this seal, as DER.
  private let signers: [[UInt8]]
  private let validFrom: Moment
  private let validUntil: Moment
  private let information: [UInt8]
  private let maker: [UInt8]
  private let signature: [UInt8]

  /// Reads a seal of version 4; throws ``SigningError`` of code `seal`.
  package init(_ bytes: [UInt8]) throws(SigningError) {
    do { try self.init(reading: bytes) } catch {
      throw SigningError(.seal, Wording.sealDamaged, cause: error.part)
    }
  }

  init(reading bytes: [UInt8]) throws(DERFault) {
    let part = "seal"
    let outer = try DERNode(bytes, part).sequence(part, atLeast: 4)
    let fields = try outer[0].sequence(part, atLeast: 4)
    let header = try fields[0].sequence("seal header", atLeast: 3)
    guard try header[0].content(part) == Array("ES".utf8), try header[1].integer(part) == 4
    else { throw DERFault(part: "seal header") }
    let property = try fields[2].sequence("seal property", atLeast: 7)
    guard try property[2].integer("seal property") == 1
    else { throw DERFault(part: "seal that lists digests of certificates") }
    var signers: [[UInt8]] = []
    for node in try property[3].sequence("seal property") {
      signers.append(try node.octets("seal property"))
    }
    self.signers = signers
    validFrom = try property[5].moment("seal property")
    validUntil = try property[6].moment("seal property")
    guard try outer[2].identifier(part) == Identifiers.sm2WithSM3
    else { throw DERFault(part: "seal algorithm") }
    information = outer[0].raw
    maker = try outer[1].octets(part)
    signature = try outer[3].bits(part)
    self.bytes = bytes
  }

  /// Why the seal may not sign with this certificate now; `nil` when it may.
  func fault(signer: [UInt8], at moment: Moment, maker trusted: [UInt8]) -> SealFault? {
    guard maker == trusted, let key = try? SealKey.publicKey(ofCertificate: maker),
      SM2.isValid(signature, over: information, by: key)
    else { return .maker }
    guard signers.contains(signer) else { return .signerNotListed }
    return moment < validFrom || moment > validUntil ? .notCurrent : nil
  }
}
