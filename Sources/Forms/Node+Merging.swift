import Notation

extension Node {
  /// The node with the members of another below its own.
  ///
  /// Objects are merged member by member; a member that is null takes the one below away. Lists whose
  /// own entries all have an `id` are merged entry by entry: entries keep the order of the list below,
  /// new ones stand at the end, `omit: true` takes one away. Any other list replaces the one below.
  func merged(over base: Node) -> Node {
    switch (value, base.value) {
    case (.object(let own), .object(let below)):
      Node(.object(Self.merged(own, over: below)), at: place)
    case (.list(let own), .list(let below)):
      Node(.list(Self.merged(own, over: below)), at: place)
    default: self
    }
  }

  private static func merged(_ own: [Member], over base: [Member]) -> [Member] {
    let below = Dictionary(base.map { ($0.key, $0.node) }, uniquingKeysWith: { a, _ in a })
    let names = Set(own.map(\.key))
    let kept = own.map { member in
      guard let base = below[member.key] else { return member }
      return Member(key: member.key, place: member.place, node: member.node.merged(over: base))
    }
    return kept + base.filter { !names.contains($0.key) }
  }

  private static func merged(_ own: [Node], over base: [Node]) -> [Node] {
    guard !own.isEmpty, own.allSatisfy({ $0.id != nil }), base.contains(where: { $0.id != nil })
    else { return own }
    var rest = own
    let kept = base.compactMap { node -> Node? in
      guard let id = node.id, let index = rest.firstIndex(where: { $0.id == id }) else {
        return node
      }
      let entry = rest.remove(at: index)
      return entry.isOmitted ? nil : entry.merged(over: node)
    }
    return kept + rest
  }

  private var id: String? { member("id")?.textValue }

  private var isOmitted: Bool {
    if case .bool(true)? = member("omit")?.value { return true }
    return false
  }
}
