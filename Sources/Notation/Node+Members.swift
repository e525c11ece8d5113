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

  /// The node with the members of another below its own; objects are merged member by member.
  package func merged(over base: Node) -> Node {
    guard case .object(let members) = value, case .object(let baseMembers) = base.value else {
      return self
    }
    let names = Set(members.map(\.key))
    let kept = members.map { member in
      guard let below = baseMembers.first(where: { $0.key == member.key }) else { return member }
      return Node.Member(
        key: member.key, place: member.place, node: member.node.merged(over: below.node))
    }
    return Node(.object(kept + baseMembers.filter { !names.contains($0.key) }), at: place)
  }
}
