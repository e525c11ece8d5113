package import Foundation

/// What is kept of one part of a seal: its ciphertext and the key for that, itself encrypted.
package struct EncryptedPart: Hashable, Sendable {
  /// The part's own key under the vault's key (RFC 3394), 40 bytes.
  package let wrappedKey: Data
  /// AES-256-GCM: 12 bytes of nonce, the ciphertext, 16 bytes of tag.
  package let box: Data

  /// A part from what a store keeps of it.
  package init(wrappedKey: Data, box: Data) {
    self.wrappedKey = wrappedKey
    self.box = box
  }
}
