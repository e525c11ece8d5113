import Diagnostics
import Foundation

/// Writes nodes as ``KeptNode`` describes.
struct KeptNodeWriter {
  private(set) var bytes = Data()

  mutating func write(_ node: Node) {
    switch node.value {
    case .null: begin(KeptNode.Kind.null, node.place)
    case .bool(let flag): begin(flag ? KeptNode.Kind.yes : KeptNode.Kind.no, node.place)
    case .number(let text):
      begin(KeptNode.Kind.number, node.place)
      write(text)
    case .text(let text):
      begin(KeptNode.Kind.text, node.place)
      write(text)
    case .list(let nodes):
      begin(KeptNode.Kind.list, node.place)
      write(nodes.count)
      for node in nodes { write(node) }
    case .object(let members):
      begin(KeptNode.Kind.object, node.place)
      write(members.count)
      for member in members {
        write(member.place)
        write(member.key)
        write(member.node)
      }
    }
  }

  private mutating func begin(_ kind: UInt8, _ place: Place) {
    bytes.append(kind)
    write(place)
  }

  private mutating func write(_ place: Place) {
    write(place.line ?? 0)
    write(place.column ?? 0)
  }

  private mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func write(_ number: Int) {
    var rest = number
    while rest > 127 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
