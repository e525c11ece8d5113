package import Diagnostics

/// One value of a YAML or JSON text, which knows where it stands.
package struct Node: Sendable {
  package let value: Value
  package let place: Place

  package init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }

  /// The kinds of value both notations share; numbers keep their text, so no digit is lost.
  package indirect enum Value: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case text(String)
    case list([Node])
    /// Members in the order of the text; a key appears once.
    case object([Member])
  }

  /// One key of an object with its value.
  package struct Member: Sendable {
    package let key: String
    /// Where the key itself stands.
    package let place: Place
    package let node: Node

    package init(key: String, place: Place, node: Node) {
      self.key = key
      self.place = place
      self.node = node
    }
  }

  /// A word for the kind of value, for messages.
  package var kind: Message {
    switch value {
    case .null: Wording.Kind.null
    case .bool: Wording.Kind.bool
    case .number: Wording.Kind.number
    case .text: Wording.Kind.text
    case .list: Wording.Kind.list
    case .object: Wording.Kind.object
    }
  }
}
