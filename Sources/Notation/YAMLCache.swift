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
    write(name, Data(KeptNode.bytes(node)))
    return node
  }

  /// `yaml-1-` and the hash; another number for another form of what is kept.
  private static func name(of bytes: Data) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let hash = SHA256.hash(data: bytes)
    let text = hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "yaml-1-\(String(decoding: text, as: UTF8.self))"
  }
}

/// A node with its lines and columns as JSON: `[line, column, kind, value]`.
enum KeptNode {
  static func bytes(_ node: Node) -> [UInt8] { JSONWriter.bytes(json(node), pretty: false) }

  /// The node, or `nil` when the bytes are none.
  static func node(_ bytes: Data, file: String) -> Node? {
    guard let kept = try? JSONText.parse(bytes, file: nil) else { return nil }
    return node(kept, file: file, path: "")
  }

  private static func json(_ node: Node) -> JSONValue {
    let (kind, value): (String, JSONValue) =
      switch node.value {
      case .null: ("0", .null)
      case .bool(let flag): ("b", .bool(flag))
      case .number(let text): ("n", .text(text))
      case .text(let text): ("t", .text(text))
      case .list(let nodes): ("l", .list(nodes.map(json)))
      case .object(let members): ("o", .list(members.map(json)))
      }
    return .list(position(node.place) + [.text(kind), value])
  }

  private static func json(_ member: Node.Member) -> JSONValue {
    .list(position(member.place) + [.text(member.key), json(member.node)])
  }

  private static func position(_ place: Place) -> [JSONValue] {
    [.integer(place.line ?? 0), .integer(place.column ?? 0)]
  }

  private static func node(_ kept: Node, file: String, path: String) -> Node? {
    guard let (place, kind, content) = entry(kept, file: file, path: path) else { return nil }
    switch (kind, content.value) {
    case ("0", .null): return Node(.null, at: place)
    case ("b", .bool(let flag)): return Node(.bool(flag), at: place)
    case ("n", .text(let text)): return Node(.number(text), at: place)
    case ("t", .text(let text)): return Node(.text(text), at: place)
    case ("l", .list(let list)):
      let nodes = list.enumerated().map { node($1, file: file, path: "\(path)[\($0)]") }
      return nodes.contains { $0 == nil } ? nil : Node(.list(nodes.compactMap(\.self)), at: place)
    case ("o", .list(let list)):
      let members = list.map { member($0, file: file, path: path) }
      return members.contains { $0 == nil }
        ? nil : Node(.object(members.compactMap(\.self)), at: place)
    default: return nil
    }
  }

  private static func member(_ kept: Node, file: String, path: String) -> Node.Member? {
    guard let (place, key, content) = entry(kept, file: file, path: path) else { return nil }
    let childPath = path.isEmpty ? key : "\(path).\(key)"
    guard let node = node(content, file: file, path: childPath) else { return nil }
    var keyPlace = place
    keyPlace.path = childPath
    return Node.Member(key: key, place: keyPlace, node: node)
  }

  /// Line, column, a word and a value.
  private static func entry(
    _ kept: Node, file: String, path: String
  ) -> (place: Place, word: String, content: Node)? {
    guard case .list(let parts) = kept.value, parts.count == 4,
      case .number(let line) = parts[0].value, case .number(let column) = parts[1].value,
      case .text(let word) = parts[2].value, let line = Int(line), let column = Int(column)
    else { return nil }
    let place = Place(
      file: file, line: line == 0 ? nil : line, column: column == 0 ? nil : column, path: path)
    return (place, word, parts[3])
  }
}
