/// Why an electronic seal or its signature is not good.
package enum SealFault: Error, Hashable, Sendable {
  /// The signature or the seal in it cannot be read.
  case unreadable
  /// The seal is not from the maker we trust, or was changed.
  case maker
  /// The seal does not name the certificate.
  case signerNotListed
  /// The seal's own dates do not hold the moment.
  case notCurrent
  /// The signature is not the certificate's.
  case signature
  /// The signature is over another file.
  case digest
}
