extension Node {
  /// The member of an object.
  package func member(_ key: String) -> Node? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.node
  }

  /// The text of a text node.
  package var textValue: String? {
    if case .text(let text) = value { return text }
    return nil
  }
}
