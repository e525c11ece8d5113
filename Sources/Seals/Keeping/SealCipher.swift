import Crypto
import Foundation

/// Encrypts parts of seals, each with a random key of its own under the wrapping key.
struct SealCipher: Sendable {
  private let wrappingKey: SymmetricKey
  private let random: @Sendable (Int) -> Data

  init(wrappingKey: SymmetricKey, random: @escaping @Sendable (Int) -> Data) {
    precondition(wrappingKey.bitCount == 256, "a wrapping key has 32 bytes")
    self.wrappingKey = wrappingKey
    self.random = random
  }

  /// Encrypts a part; only who states the same context opens it again.
  func sealed(_ plain: Data, context: Data) -> EncryptedPart {
    let key = SymmetricKey(data: fresh(32))
    do {
      let nonce = try AES.GCM.Nonce(data: fresh(12))
      let box = try AES.GCM.seal(plain, using: key, nonce: nonce, authenticating: context)
      return EncryptedPart(
        wrappedKey: try AES.KeyWrap.wrap(key, using: wrappingKey),
        box: Data(nonce) + box.ciphertext + box.tag)
    } catch { preconditionFailure("AES with keys of the right size failed: \(error)") }
  }

  /// The part; `nil` when the key or the context is another one or a byte is altered.
  func opened(_ part: EncryptedPart, context: Data) -> Data? {
    guard let key = try? AES.KeyWrap.unwrap(part.wrappedKey, using: wrappingKey),
      key.bitCount == 256, let box = try? AES.GCM.SealedBox(combined: part.box)
    else { return nil }
    return try? AES.GCM.open(box, using: key, authenticating: context)
  }

  private func fresh(_ count: Int) -> Data {
    let bytes = random(count)
    precondition(bytes.count == count, "the random source gives as many bytes as asked for")
    return bytes
  }
}
