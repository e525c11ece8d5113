import Crypto
import CryptoExtras
package import Foundation

/// What is kept of a PIN: a salted scrypt hash (RFC 7914), never the PIN itself.
package struct PIN: Hashable, Sendable {
  /// Random bytes, another for each person.
  package let salt: Data
  /// 32 bytes that the PIN and the salt lead to.
  package let hash: Data

  /// The lengths a PIN may have.
  package static let lengths = 4...64
  /// 16 MiB of memory for each try: a stolen register must not give the PINs away by the thousand.
  private static let rounds = 1 << 14

  /// A PIN from what was kept of it.
  package init(salt: Data, hash: Data) {
    self.salt = salt
    self.hash = hash
  }

  /// What is to be kept of a new PIN.
  ///
  /// - Parameters:
  ///   - text: the PIN, of one of the ``lengths``.
  ///   - salt: 16 random bytes.
  package init(_ text: String, salt: Data) {
    self.init(salt: salt, hash: Self.derive(text, salt))
  }

  /// What no typed PIN leads to, for where nobody has one.
  package static let nobodys = PIN(salt: Data(count: 16), hash: Data(count: 32))

  /// Whether a typed PIN is this one; takes the same time wherever they differ.
  package func matches(_ text: String) -> Bool {
    let typed = Self.derive(text, salt)
    guard typed.count == hash.count else { return false }
    return zip(typed, hash).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func derive(_ text: String, _ salt: Data) -> Data {
    do {
      return try KDF.Scrypt.deriveKey(
        from: Data(text.utf8), salt: salt, outputByteCount: 32, rounds: rounds, blockSize: 8,
        parallelism: 1
      ).withUnsafeBytes { Data($0) }
    } catch { preconditionFailure("scrypt with fixed parameters failed: \(error)") }
  }
}
