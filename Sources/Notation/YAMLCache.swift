import Crypto
package import Diagnostics
package import Foundation

/// YAML files that are parsed once and then kept by their contents, because parsing YAML is slow.
///
/// What is kept is named by the SHA-256 of the file, so it can never be stale; whatever cannot be
/// read back is parsed again.
package struct YAMLCache: Sendable {
  private let read: @Sendable (_ name: String) -> Data?
  private let write: @Sendable (_ name: String, _ bytes: Data) -> Void

  /// - Parameters:
  ///   - read: the bytes kept under a name, if any.
  ///   - write: keeps bytes under a name, at once or not at all.
  package init(
    read: @escaping @Sendable (_ name: String) -> Data?,
    write: @escaping @Sendable (_ name: String, _ bytes: Data) -> Void
  ) {
    self.read = read
    self.write = write
  }

  /// Keeps nothing.
  package static let none = YAMLCache(read: { _ in nil }, write: { _, _ in })

  /// The same node as ``YAMLText/parse(_:file:)`` gives.
  package func parse(_ bytes: Data, file: String) throws(Refusal) -> Node {
    let name = Self.name(of: bytes)
    if let kept = read(name), let node = KeptNode.node(kept, file: file) { return node }
    let node = try YAMLText.parse(bytes, file: file)
    write(name, KeptNode.bytes(node))
    return node
  }

  /// `yaml-2-` and the hash; another number for another form of what is kept.
  private static func name(of bytes: Data) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let hash = SHA256.hash(data: bytes)
    let text = hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "yaml-2-\(String(decoding: text, as: UTF8.self))"
  }
}
