import Foundation

/// What is encrypted of a kept seal.
enum SealPart: String {
  case mask
  case upload

  /// What a ciphertext is bound to: the seal's owner, kind and version, its digest, and the part.
  func context(_ id: String, _ digest: String) -> Data {
    Data("originpress seal 1\n\(id)\n\(digest)\n\(rawValue)".utf8)
  }
}
