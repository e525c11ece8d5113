package import Certificates
package import Foundation
package import Signing

/// Whether a file bears the issuing body's signature and nothing was changed since.
package struct FileCheck {
  private let trust: Trust

  /// A check that trusts some certificates, and heeds the revocation lists beside them.
  package init(_ trust: Trust) { self.trust = trust }

  /// A check that trusts the certificates of a PEM text.
  ///
  /// - Throws: ``SigningError`` when the text holds none.
  package init(trustedPEM text: String) throws(SigningError) {
    self.init(Trust(anchors: try X509Certificate.all(inPEM: text)))
  }

  /// What is wrong with a file; `nil` for one that is signed at any of our levels.
  ///
  /// Of the levels the file does not have, the one that it comes nearest to speaks.
  package func fault(of file: Data) -> SignatureFault? {
    let bytes = Array(file)
    let faults = SignatureLevel.Name.allCases.map { level in
      SignatureCheck(trust: trust, level: level).faults(of: bytes)
    }
    return faults.min { $0.count < $1.count }?.first
  }
}

extension KeyFolder {
  /// Whom a site trusts to have signed its files.
  ///
  /// - Throws: ``OfficeError`` or ``SigningError`` when a certificate or list is missing or damaged.
  package func trust(of issuer: Issuer) throws -> Trust {
    let files = KeyFiles(folder: self, references: issuer.keys, password: [], pin: [])
    return Trust(anchors: try files.anchors(), revocationLists: try files.revocationLists())
  }
}
