import Crypto

/// Bytes with their SHA-256 behind them, so that damage is noticed.
enum Sealed {
  static func seal(_ bytes: [UInt8]) -> [UInt8] { bytes + SHA256.hash(data: bytes) }

  /// The bytes without the digest; `nil` when they are damaged.
  static func open(_ sealed: FontBytes) -> FontBytes? {
    let length = sealed.count - SHA256.byteCount
    guard length > 0 else { return nil }
    let isWhole = unsafe sealed.withBytes { memory in
      var hash = SHA256()
      unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: memory[..<length]))
      return unsafe hash.finalize().elementsEqual(memory[length...])
    }
    return isWhole ? sealed.prefix(length) : nil
  }
}
