import Crypto
import Foundation

/// A node with its lines and columns as bytes: quick to read, because every start reads some.
///
/// A node is a letter for its kind, line and column, then its content; texts and lists begin with
/// their length; numbers are LEB128. The SHA-256 of all that stands at the end.
enum KeptNode {
  /// The letters of the kinds.
  enum Kind {
    static let null = UInt8(ascii: "0")
    static let no = UInt8(ascii: "f")
    static let yes = UInt8(ascii: "y")
    static let number = UInt8(ascii: "n")
    static let text = UInt8(ascii: "t")
    static let list = UInt8(ascii: "l")
    static let object = UInt8(ascii: "o")
  }

  static func bytes(_ node: Node) -> Data {
    var writer = KeptNodeWriter()
    writer.write(node)
    return writer.bytes + SHA256.hash(data: writer.bytes)
  }

  /// The node, or `nil` when the bytes are none.
  static func node(_ bytes: Data, file: String) -> Node? {
    let length = bytes.count - SHA256.byteCount
    guard length > 0, SHA256.hash(data: bytes.prefix(length)).elementsEqual(bytes.suffix(32)) else {
      return nil
    }
    return bytes.withUnsafeBytes { memory in
      var reader = KeptNodeReader(rest: memory[..<length], file: file)
      return reader.node(path: "")
    }
  }
}
