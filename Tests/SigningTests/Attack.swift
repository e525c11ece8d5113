import Foundation
import SwiftASN1
import Testing

@testable import Signing

/// A signed file made wrong, and what our own check must say of it.
struct Attack {
  let name: String
  let level: SignatureLevel.Name
  let bytes: [UInt8]
  let expected: SignatureFault

  /// The attacks of the corpus on one file, from its signed forms.
  static func corpus(
    base: [UInt8], timestamped: [UInt8], longTerm: [UInt8], authority: TestAuthority
  ) async throws -> [Attack] {
    func attack(_ name: String, _ bytes: [UInt8], _ expected: SignatureFault) -> Attack {
      Attack(name: name, level: .timestamped, bytes: bytes, expected: expected)
    }
    return [
      attack("flipped", try flipped(timestamped), .digest),
      attack("appended", try appended(to: timestamped), .laterRevision),
      attack("harmless", try repeated(timestamped), .laterRevision),
      attack("shortened", try ranged(timestamped) { [$0[0], $0[1], $0[2], $0[3] - 7] }, .range),
      attack("zeroed", try ranged(timestamped) { _ in [0, 0, 0, 0] }, .range),
      attack("removed", base, .noSignature),
      attack("dirty-gap", try dirtyGap(timestamped), .gap),
      attack(
        "unnamed", try await signed(base, authority) { $0.filter { !isCertificate($0) } },
        .attributes),
      attack(
        "signing-time", try await signed(base, authority) { $0 + [signingTime] }, .attributes),
      attack(
        "other-certificate",
        try await signed(base, authority) {
          $0.filter { !isCertificate($0) } + [try other(authority)]
        }, .otherCertificate),
      Attack(
        name: "long-term-appended", level: .longTerm, bytes: try appended(to: longTerm),
        expected: .laterRevision),
      Attack(
        name: "long-term-twice", level: .longTerm,
        bytes: try authority.store().appended(to: longTerm), expected: .laterRevision),
    ]
  }

  // MARK: Bytes

  /// One byte of the first page's stream is another.
  private static func flipped(_ bytes: [UInt8]) throws -> [UInt8] {
    var changed = bytes
    let start = try #require(bytes.firstRange(of: Array("stream\n".utf8))).upperBound
    changed[start + 12] ^= 1
    return changed
  }

  /// The first page shows something else, by a revision of its own.
  private static func appended(to bytes: [UInt8]) throws -> [UInt8] {
    let file = try PDFFile(bytes)
    var update = PDFUpdate(file)
    let content = update.addStream(Array("1 0 0 rg 50 50 300 300 re f".utf8))
    let page = try file.pages()[0]
    var changed = page.dictionary
    changed["Contents"] = .reference(content)
    update.set(page.reference, .dictionary(changed))
    return try update.file().bytes
  }

  /// A revision that changes nothing: the catalog once more.
  private static func repeated(_ bytes: [UInt8]) throws -> [UInt8] {
    let file = try PDFFile(bytes)
    var update = PDFUpdate(file)
    update.set(try file.root, .dictionary(try file.catalog))
    return try update.file().bytes
  }

  private static func ranged(
    _ bytes: [UInt8], _ change: ([Int]) -> [Int]
  ) throws -> [UInt8] {
    var changed = bytes
    let start = try #require(bytes.firstRange(of: Array("/ByteRange [".utf8))).upperBound
    let end = try #require(bytes[start...].firstIndex(of: UInt8(ascii: "]")))
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    var new = Array(change(numbers).map(String.init).joined(separator: " ").utf8)
    new += [UInt8](repeating: 0x20, count: end - start - new.count)
    changed.replaceSubrange(start..<end, with: new)
    return changed
  }

  /// The zeros behind the signature hold something.
  private static func dirtyGap(_ bytes: [UInt8]) throws -> [UInt8] {
    var changed = bytes
    let end = try #require(bytes.firstRange(of: Array("0> >>".utf8))).lowerBound
    changed[end] = UInt8(ascii: "7")
    return changed
  }

  // MARK: Attributes

  private static let signingTime = SignedAttributes.attribute(
    [1, 2, 840, 113_549, 1, 9, 5], .raw([0x17, 0x0d] + Array("260101000000Z".utf8)))

  private static func isCertificate(_ attribute: DERItem) -> Bool {
    guard case .sequence(let parts) = attribute, case .identifier(let name)? = parts.first
    else { return false }
    return name == Identifiers.signingCertificateV2
  }

  private static func other(_ authority: TestAuthority) throws -> DERItem {
    SignedAttributes.attribute(
      Identifiers.signingCertificateV2,
      SignedAttributes.signingCertificate(try authority.certificate("rsa")))
  }

  /// A file signed with changed attributes, correct in all else.
  private static func signed(
    _ base: [UInt8], _ authority: TestAuthority, _ change: ([DERItem]) throws -> [DERItem]
  ) async throws -> [UInt8] {
    let certificate = try authority.certificate("signer")
    let prepared = try PDFRevision(base).prepared(
      Bases.request(), signer: certificate.name, room: 16_000)
    let right = SignedAttributes(digest: prepared.digest, certificate: certificate)
    let attributes = SignedAttributes(attributes: try change(right.attributes))
    let signature = try await authority.key("signer").signature(over: attributes.toBeSigned)
    let message = SignedMessage(
      attributes: attributes, algorithm: .ecdsaP256, signature: signature,
      certificate: certificate, chain: [try authority.certificate("office")],
      token: try await authority.stamps.token(over: signature))
    return try #require(prepared.filled(message.encoded))
  }
}
