import Crypto
import CryptoExtras
import Foundation
import SwiftASN1

/// An EncryptedPrivateKeyInfo by PBES2 with AES-256-CBC (RFC 8018; RFC 7914 for scrypt).
struct PasswordBox {
  private enum Derivation {
    case pbkdf2(rounds: Int)
    case scrypt(cost: Int, block: Int, lanes: Int)
  }

  private let derivation: Derivation
  private let salt: [UInt8]
  private let start: [UInt8]
  private let content: [UInt8]

  init(_ bytes: [UInt8]) throws(DERFault) {
    let part = "encrypted key"
    let outer = try DERNode(bytes, part).sequence(part, atLeast: 2)
    content = try outer[1].octets(part)
    let scheme = try outer[0].sequence(part, atLeast: 2)
    let parameters = try scheme[1].sequence(part, atLeast: 2)
    let cipher = try parameters[1].sequence(part, atLeast: 2)
    guard try scheme[0].identifier(part) == Identifiers.pbes2,
      try cipher[0].identifier(part) == Identifiers.aes256CBC
    else { throw DERFault(part: "encryption other than PBES2 with AES-256-CBC") }
    start = try cipher[1].octets(part)
    let derivation = try parameters[0].sequence(part, atLeast: 2)
    let numbers = try derivation[1].sequence(part, atLeast: 2)
    salt = try numbers[0].octets(part)
    self.derivation = try Self.derivation(try derivation[0].identifier(part), numbers)
  }

  /// The limits keep a damaged file from costing minutes or gigabytes.
  private static func derivation(
    _ identifier: ASN1ObjectIdentifier, _ numbers: [DERNode]
  ) throws(DERFault) -> Derivation {
    let part = "key derivation"
    if identifier == Identifiers.scrypt, numbers.count >= 4 {
      let (cost, block) = (try numbers[1].integer(part), try numbers[2].integer(part))
      let lanes = try numbers[3].integer(part)
      guard 2...1_048_576 ~= cost, cost & (cost - 1) == 0, 1...16 ~= block, 1...16 ~= lanes
      else { throw DERFault(part: part) }
      return .scrypt(cost: cost, block: block, lanes: lanes)
    }
    guard identifier == Identifiers.pbkdf2, let last = numbers.last, last.isSequence,
      try last.sequence(part, atLeast: 1)[0].identifier(part) == Identifiers.hmacSHA256
    else { throw DERFault(part: "key derivation other than scrypt or PBKDF2 with SHA-256") }
    let rounds = try numbers[1].integer(part)
    guard 1...10_000_000 ~= rounds else { throw DERFault(part: part) }
    return .pbkdf2(rounds: rounds)
  }

  /// The key's PKCS #8 form; `nil` when the password is wrong.
  func open(_ password: [UInt8]) -> [UInt8]? {
    guard let key = try? key(password), let iv = try? AES._CBC.IV(ivBytes: start),
      let plain = try? AES._CBC.decrypt(content, using: key, iv: iv)
    else { return nil }
    return Array(plain)
  }

  private func key(_ password: [UInt8]) throws -> SymmetricKey {
    switch derivation {
    case .pbkdf2(let rounds):
      try KDF.Insecure.PBKDF2.deriveKey(
        from: password, salt: salt, using: .sha256, outputByteCount: 32,
        unsafeUncheckedRounds: rounds)
    case .scrypt(let cost, let block, let lanes):
      try KDF.Scrypt.deriveKey(
        from: password, salt: salt, outputByteCount: 32, rounds: cost, blockSize: block,
        parallelism: lanes, maxMemory: 1 << 30)
    }
  }
}
