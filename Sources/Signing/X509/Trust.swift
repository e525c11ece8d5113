import SwiftASN1

/// Whom we trust, and what is known to be revoked.
package struct Trust: Sendable {
  private static let maximumLength = 8

  private let anchors: [X509Certificate]
  /// Revocation lists as DER.
  package let revocationLists: [[UInt8]]

  /// Trust in these certificates and all they have signed, but what the lists (DER) revoke.
  package init(anchors: [X509Certificate], revocationLists: [[UInt8]] = []) {
    self.anchors = anchors
    self.revocationLists = revocationLists
  }

  /// The revocation lists in a file, DER or PEM, as DER.
  ///
  /// Throws ``SigningError`` of code `certificate-damaged` when there is none or one cannot be read.
  package static func lists(in file: [UInt8]) throws(SigningError) -> [[UInt8]] {
    let documents =
      (try? PEMDocument.parseMultiple(pemString: String(decoding: file, as: UTF8.self)))
    let found = documents?.filter { $0.discriminator == "X509 CRL" }.map(\.derBytes) ?? []
    let lists = found.isEmpty ? [file] : found
    guard lists.allSatisfy({ (try? RevocationList($0)) != nil }) else {
      throw SigningError(.certificateDamaged, Wording.listDamaged)
    }
    return lists
  }

  /// Why a certificate is not good at a moment; `nil` when it is.
  ///
  /// A revoked certificate is never good, whenever it was revoked: nothing new is released with it.
  func fault(
    of certificate: X509Certificate, through others: [X509Certificate], at moment: Moment
  ) -> SignatureFault? {
    var lists: [RevocationList] = []
    for bytes in revocationLists {
      guard let list = try? RevocationList(bytes) else { return .revocationDamaged }
      lists.append(list)
    }
    var current = certificate
    for _ in 0..<Self.maximumLength {
      if moment < current.notBefore { return .certificateEarly(current.name) }
      if moment > current.notAfter { return .certificateExpired(current.name) }
      if anchors.contains(current) { return nil }
      guard let issuer = issuer(of: current, among: anchors + others) else { break }
      if lists.contains(where: { $0.revokes(current, issuer: issuer) }) {
        return .certificateRevoked(current.name)
      }
      current = issuer
    }
    return .certificateUntrusted(certificate.name)
  }

  private func issuer(
    of certificate: X509Certificate, among others: [X509Certificate]
  ) -> X509Certificate? {
    others.first {
      $0.subject == certificate.issuer && $0.extensions.signsCertificates && $0 != certificate
        && certificate.isSigned(by: $0)
    }
  }
}
