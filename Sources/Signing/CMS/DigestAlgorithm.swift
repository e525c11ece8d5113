import Crypto
import SwiftASN1

/// A hash function that signatures and time stamps use.
enum DigestAlgorithm: CaseIterable, Sendable {
  case sha256
  case sha384
  case sha512

  /// Its identifier (RFC 5754).
  var identifier: ASN1ObjectIdentifier {
    switch self {
    case .sha256: [2, 16, 840, 1, 101, 3, 4, 2, 1]
    case .sha384: [2, 16, 840, 1, 101, 3, 4, 2, 2]
    case .sha512: [2, 16, 840, 1, 101, 3, 4, 2, 3]
    }
  }

  /// The AlgorithmIdentifier; parameters are absent (RFC 5754, 2).
  var algorithm: DERItem { .sequence([.identifier(identifier)]) }

  init?(_ identifier: ASN1ObjectIdentifier) {
    guard let found = Self.allCases.first(where: { $0.identifier == identifier })
    else { return nil }
    self = found
  }

  func of(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    return switch self {
    case .sha256: Array(SHA256.hash(data: bytes))
    case .sha384: Array(SHA384.hash(data: bytes))
    case .sha512: Array(SHA512.hash(data: bytes))
    }
  }
}
