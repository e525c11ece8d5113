package import Foundation

/// What is kept of one part of a seal: its ciphertext and the key for that, itself encrypted.
package struct EncryptedPart: Hashable, Sendable {
  /// The bytes of a wrapped key (RFC 3394 over 32 bytes).
  private static let wrappedKeyLength = 40

  /// The part's own key under the vault's key (RFC 3394), 40 bytes.
  package let wrappedKey: Data
  /// AES-256-GCM: 12 bytes of nonce, the ciphertext, 16 bytes of tag.
  package let box: Data

  /// A part from what a store keeps of it.
  package init(wrappedKey: Data, box: Data) {
    self.wrappedKey = wrappedKey
    self.box = box
  }

  /// A part from ``bytes``; `nil` when there are too few.
  init?(bytes: Data) {
    guard bytes.count > Self.wrappedKeyLength else { return nil }
    self.init(
      wrappedKey: Data(bytes.prefix(Self.wrappedKeyLength)),
      box: Data(bytes.dropFirst(Self.wrappedKeyLength)))
  }

  /// Key and ciphertext one after the other.
  var bytes: Data { wrappedKey + box }
}
