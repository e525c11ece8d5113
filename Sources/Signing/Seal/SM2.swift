import CSM2

/// The national algorithms: SM3 digests and SM2 signatures (GM/T 0003 and 0004).
package enum SM2 {
  /// The SM3 of bytes; `nil` when OpenSSL is missing.
  package static func digest(_ bytes: [UInt8]) -> [UInt8]? {
    var digest = [UInt8](repeating: 0, count: 32)
    return unsafe op_sm3(bytes, bytes.count, &digest) == 1 ? digest : nil
  }

  /// Whether the key, a SubjectPublicKeyInfo, made the signature over the bytes.
  static func isValid(_ signature: [UInt8], over bytes: [UInt8], by key: [UInt8]) -> Bool {
    unsafe op_sm2_verify(key, key.count, bytes, bytes.count, signature, signature.count) == 1
  }

  /// A signature by an open PKCS #8 key: for test keys, only tests ask.
  package static func sign(_ bytes: [UInt8], key: [UInt8]) -> [UInt8]? {
    var signature = [UInt8](repeating: 0, count: 128)
    var length = signature.count
    guard unsafe op_sm2_sign(key, key.count, bytes, bytes.count, &signature, &length) == 1
    else { return nil }
    return Array(signature[..<length])
  }
}
