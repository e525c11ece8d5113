import Certificates
import Crypto
import Foundation
import Signing

/// What the references of a site lead to.
struct KeyFiles {
  let folder: KeyFolder
  let references: KeyReferences
  /// Opens key files.
  let password: [UInt8]
  /// Opens security modules.
  let pin: [UInt8]

  /// The key a reference leads to; `nil` for one in the ring.
  func key(_ reference: KeyReference) throws -> (any Key)? {
    switch reference {
    case .ring: nil
    case .file(let name): try SoftwareKey(pem: try folder.text(name), password: password)
    case .module(let module):
      try ModuleKey(
        ModuleKey.Place(library: module.library, token: module.token, key: module.key), pin: pin)
    case .service(let service):
      RemoteKey(
        url: service.url, name: service.key,
        algorithm: service.algorithm == .rsa ? .rsa : .ecdsaP256,
        token: try service.tokenFile.map { try folder.text($0).trimmingLineFeeds })
    }
  }

  /// The public half of a record key outside the ring.
  func recordPublicKey() throws(OfficeError) -> P256.Signing.PublicKey {
    let name = references.record.publicKey
    guard let key = try? P256.Signing.PublicKey(pemRepresentation: try folder.text(name)) else {
      throw folder.has(name)
        ? OfficeError(.keysDamaged, Wording.notP256(folder.path(of: name)))
        : OfficeError(.keyFile, Wording.missingKeyFile(folder.path(of: name)))
    }
    return key
  }

  /// The certificate of the files' key, and those that lead to a trusted one.
  func certificates() throws -> [X509Certificate] {
    try X509Certificate.all(inPEM: folder.text(references.pdf.certificate))
  }

  /// The trusted certificates.
  func anchors() throws -> [X509Certificate] {
    try references.pdf.trust.flatMap { try X509Certificate.all(inPEM: folder.text($0)) }
  }

  /// The revocation lists as DER.
  func revocationLists() throws -> [[UInt8]] {
    try references.pdf.revoked.flatMap { try Trust.lists(in: Array(folder.read($0))) }
  }
}
