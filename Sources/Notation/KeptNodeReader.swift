import Diagnostics

/// Reads what the writer wrote; bytes that it did not write give `nil`.
struct KeptNodeReader {
  var rest: Slice<UnsafeRawBufferPointer>
  let file: String

  mutating func node(path: String) -> Node? {
    guard let kind = rest.popFirst(), let place = place(path) else { return nil }
    switch kind {
    case KeptNode.Kind.null: return Node(.null, at: place)
    case KeptNode.Kind.no: return Node(.bool(false), at: place)
    case KeptNode.Kind.yes: return Node(.bool(true), at: place)
    case KeptNode.Kind.number: return text().map { Node(.number($0), at: place) }
    case KeptNode.Kind.text: return text().map { Node(.text($0), at: place) }
    case KeptNode.Kind.list: return list(path).map { Node(.list($0), at: place) }
    case KeptNode.Kind.object: return members(path).map { Node(.object($0), at: place) }
    default: return nil
    }
  }

  private mutating func list(_ path: String) -> [Node]? {
    guard let count = count() else { return nil }
    var nodes: [Node] = []
    nodes.reserveCapacity(count)
    for index in 0..<count {
      guard let node = node(path: "\(path)[\(index)]") else { return nil }
      nodes.append(node)
    }
    return nodes
  }

  private mutating func members(_ path: String) -> [Node.Member]? {
    guard let count = count() else { return nil }
    var members: [Node.Member] = []
    members.reserveCapacity(count)
    for _ in 0..<count {
      guard var place = place(""), let key = text() else { return nil }
      place.path = path.isEmpty ? key : "\(path).\(key)"
      guard let node = node(path: place.path) else { return nil }
      members.append(Node.Member(key: key, place: place, node: node))
    }
    return members
  }

  private mutating func place(_ path: String) -> Place? {
    guard let line = number(), let column = number() else { return nil }
    return Place(
      file: file, line: line == 0 ? nil : line, column: column == 0 ? nil : column, path: path)
  }

  private mutating func text() -> String? {
    guard let length = count() else { return nil }
    defer { rest = rest.dropFirst(length) }
    return String(decoding: rest.prefix(length), as: UTF8.self)
  }

  /// A number of things that follow, each at least one byte.
  private mutating func count() -> Int? {
    number().flatMap { $0 <= rest.count ? $0 : nil }
  }

  private mutating func number() -> Int? {
    var result = 0
    for shift in stride(from: 0, to: 56, by: 7) {
      guard let byte = rest.popFirst() else { return nil }
      result |= Int(byte & 127) << shift
      if byte < 128 { return result }
    }
    return nil
  }
}
