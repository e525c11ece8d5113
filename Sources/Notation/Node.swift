package import Diagnostics

/// One value of a YAML or JSON text, which knows where it stands.
package struct Node: Sendable {
  /// What stands there.
  package let value: Value
  /// Where the value stands in the text.
  package let place: Place

  /// A node from its value and its place.
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
    /// The member's name in its object.
    package let key: String
    /// Where the key itself stands.
    package let place: Place
    /// The value under that key.
    package let node: Node

    /// A member from its key, the key's place and its value.
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
