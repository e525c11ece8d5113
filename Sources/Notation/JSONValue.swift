/// A JSON value to be written; objects keep the stated order of their members.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The text of a number, such as `12.50`.
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([JSONMember])

  /// An object from names and values; a `nil` value leaves the member out.
  package static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { key, value in value.map { JSONMember(key, $0) } })
  }

  /// A whole number.
  package static func integer(_ number: Int) -> JSONValue { .number(String(number)) }

  /// The value of an object's member.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The same value with the members of every object sorted by their key's UTF-8 bytes.
  package var sorted: JSONValue {
    switch self {
    case .list(let values): .list(values.map(\.sorted))
    case .object(let members):
      .object(
        members.map { JSONMember($0.key, $0.value.sorted) }
          .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    default: self
    }
  }
}

/// One name with its value.
package struct JSONMember: Hashable, Sendable {
  /// The member's name in its object.
  package let key: String
  /// The value under that name.
  package let value: JSONValue

  /// A member from its name and its value.
  package init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// A text from a string literal.
  package init(stringLiteral value: String) { self = .text(value) }
}

extension JSONValue: ExpressibleByBooleanLiteral {
  /// A truth value from a literal.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  /// A whole number from a literal.
  package init(integerLiteral value: Int) { self = .integer(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  /// A list from the values of an array literal.
  package init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// An object from a dictionary literal, its members in the stated order.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { JSONMember($0.0, $0.1) })
  }
}

extension JSONValue {
  /// The same value as it was read.
  package init(_ node: Node) {
    switch node.value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .number(let text): self = .number(text)
    case .text(let text): self = .text(text)
    case .list(let nodes): self = .list(nodes.map(JSONValue.init))
    case .object(let members):
      self = .object(members.map { JSONMember($0.key, JSONValue($0.node)) })
    }
  }
}
