package import Diagnostics

/// Why a signed file is not exactly what we release.
package enum SignatureFault: Error, Hashable, Sendable {
  /// The file cannot be read as a PDF file.
  case unreadable
  /// It has no signature, or more than one.
  case noSignature
  case severalSignatures
  /// The signature's dictionaries are not those of a certification that allows no change.
  case notCertified
  /// The range of signed bytes is not the file but the signature itself.
  case range
  /// The place of the signature is not exactly `<…>`.
  case gap
  /// Bytes follow what is signed.
  case laterRevision
  /// The level asks for a store of revocation data and there is none, or not as we write it.
  case store
  /// The signature cannot be read.
  case message
  /// The signed attributes are not exactly those of PAdES.
  case attributes
  /// The signed bytes have another digest.
  case digest
  /// The signature is not the certificate's.
  case signature
  /// Another certificate is named than the one that signed.
  case otherCertificate
  /// The certificate named is not, or no longer, good.
  case certificateEarly(String)
  case certificateExpired(String)
  case certificateRevoked(String)
  case certificateUntrusted(String)
  /// The key is not for signing documents.
  case usage
  /// A revocation list cannot be read.
  case revocationDamaged
  /// The time-stamp is missing, or there is one where none belongs.
  case timestampMissing
  case timestampUnwanted
  /// The time-stamp is over something else, not signed, or of another time.
  case timestampDigest
  case timestampSignature
  case timestampMoment

  /// The sentence for a person.
  package var message: Message { Wording.fault(self) }
}
