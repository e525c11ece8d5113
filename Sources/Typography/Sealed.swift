import Crypto

/// Bytes kept in the cache with their SHA-256 behind them, so that damage is noticed.
///
/// As with the font files, the whole is read through once; after that size and time of change vouch
/// for it, so that a start touches only the parts that it needs.
enum Sealed {
  static func keep(_ bytes: [UInt8], as name: String, in source: FontSource) {
    source.writeCache(name, bytes + SHA256.hash(data: bytes))
  }

  /// The bytes without the digest; `nil` when there are none or they are damaged.
  static func read(_ name: String, from source: FontSource) -> FontBytes? {
    guard let kept = source.readCache(name), kept.bytes.count > SHA256.byteCount else { return nil }
    let length = kept.bytes.count - SHA256.byteCount
    let seen = Array("\(kept.stamp.size) \(kept.stamp.modified)".utf8)
    let stampName = "\(name)-stamp"
    if source.readCache(stampName)?.bytes.elementsEqual(seen) != true {
      guard isWhole(kept.bytes, length: length) else { return nil }
      source.writeCache(stampName, seen)
    }
    return kept.bytes.prefix(length)
  }

  private static func isWhole(_ sealed: FontBytes, length: Int) -> Bool {
    unsafe sealed.withBytes { memory in
      var hash = SHA256()
      unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: memory[..<length]))
      return unsafe hash.finalize().elementsEqual(memory[length...])
    }
  }
}
