import SwiftASN1

/// The object identifiers that signing needs.
enum Identifiers {
  // RFC 5652
  static let data: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 7, 1]
  static let signedData: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 7, 2]
  static let contentType: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 3]
  static let messageDigest: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 4]
  // RFC 5035 and RFC 2634
  static let signingCertificate: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 16, 2, 12]
  static let signingCertificateV2: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 16, 2, 47]
  // RFC 3161
  static let timestampToken: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 16, 2, 14]
  static let timestampInfo: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 16, 1, 4]
  static let timestamping: ASN1ObjectIdentifier = [1, 3, 6, 1, 5, 5, 7, 3, 8]
  // RFC 5280
  static let keyUsage: ASN1ObjectIdentifier = [2, 5, 29, 15]
  static let basicConstraints: ASN1ObjectIdentifier = [2, 5, 29, 19]
  static let purposes: ASN1ObjectIdentifier = [2, 5, 29, 37]
  static let policies: ASN1ObjectIdentifier = [2, 5, 29, 32]
  static let commonName: ASN1ObjectIdentifier = [2, 5, 4, 3]
  // RFC 5480, RFC 5758, RFC 8017
  static let ellipticKey: ASN1ObjectIdentifier = [1, 2, 840, 10_045, 2, 1]
  static let p256: ASN1ObjectIdentifier = [1, 2, 840, 10_045, 3, 1, 7]
  static let p384: ASN1ObjectIdentifier = [1, 3, 132, 0, 34]
  static let rsa: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 1, 1]
  // GM/T 0006
  static let sm2WithSM3: ASN1ObjectIdentifier = [1, 2, 156, 10_197, 1, 501]
  // RFC 8018
  static let pbes2: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 5, 13]
  static let pbkdf2: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 5, 12]
  static let hmacSHA256: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 2, 9]
  static let scrypt: ASN1ObjectIdentifier = [1, 3, 6, 1, 4, 1, 11_591, 4, 11]
  static let aes256CBC: ASN1ObjectIdentifier = [2, 16, 840, 1, 101, 3, 4, 1, 42]
}
