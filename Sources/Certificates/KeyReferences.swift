/// Which keys a site signs with: the section `keys` of `site.yaml`.
///
/// Only references; names without a leading `/` are files in the folder `keys` of the data folder.
package struct KeyReferences: Hashable, Sendable {
  /// The key that signs finished files, with what belongs to it.
  package struct File: Hashable, Sendable {
    /// Where the key is.
    package let key: KeyReference
    /// The key's certificate, then those that lead to a trusted one; PEM.
    package let certificate: String
    /// The certificates that are trusted; PEM.
    package let trust: [String]
    /// Revocation lists, DER or PEM.
    package let revoked: [String]
    /// How much a signature proves later.
    package let level: Level
    /// The address of the time-stamping authority.
    package let timestamp: String?

    /// Whether its level asks for a time-stamping authority and none is named.
    package var needsTimestamp: Bool { level != .basic && timestamp == nil }
  }

  /// The key that signs the records of codes.
  package struct Record: Hashable, Sendable {
    /// Where the key is; always one on P-256.
    package let key: KeyReference
    /// The public half of a key outside the ring; PEM.
    package let publicKey: String
  }

  /// How much a signature of a file proves later (ETSI EN 319 142-1, 6).
  package enum Level: String, CaseIterable, Sendable {
    case basic = "B-B"
    case timestamped = "B-T"
    case longTerm = "B-LT"
  }

  /// The key of files.
  package let pdf: File
  /// The key of records.
  package let record: Record

  /// What holds without the section: files under their standard names, and level B-T.
  package static let standard = KeyReferences(
    pdf: File(
      key: .file(File.standardKey), certificate: File.standardCertificate,
      trust: File.standardTrust, revoked: [], level: .timestamped, timestamp: nil),
    record: Record(key: .ring, publicKey: Record.standardPublicKey))
}

extension KeyReferences.File {
  /// The standard name of the key's file.
  package static let standardKey = "pdf.key"
  /// The standard name of the certificate's file.
  package static let standardCertificate = "pdf.pem"
  /// The standard names of the trusted certificates' files.
  package static let standardTrust = ["trust.pem"]
}

extension KeyReferences.Record {
  /// The standard name of the public key's file.
  package static let standardPublicKey = "record.pub"
}

extension KeyReferences {
  /// Whether one of the keys is in a security module, which asks for a PIN.
  package var usesModule: Bool {
    [pdf.key, record.key].contains { key in
      if case .module = key { return true }
      return false
    }
  }
}
