import Diagnostics
import Notation

/// Fills in what a continuation face takes over from the front: `like: "15"` in a box takes that
/// box of the front, `like: front` in the table takes the front's table; own members win.
struct Likeness {
  let front: Node
  let findings: Findings

  /// The front without `like`, which is refused there: so nothing can be like itself.
  static func refused(in front: Node, _ findings: Findings) -> Node {
    guard case .object(let members) = front.value else { return front }
    func plain(_ node: Node) -> Node {
      guard case .object(let members) = node.value, let like = node.member("like") else {
        return node
      }
      findings.error(at: like.place, Wording.likeOnFront)
      return Node(.object(members.filter { $0.key != "like" }), at: node.place)
    }
    func node(_ member: Node.Member) -> Node {
      switch (member.key, member.node.value) {
      case ("boxes", .list(let boxes)): Node(.list(boxes.map(plain)), at: member.node.place)
      case ("table", _): plain(member.node)
      default: member.node
      }
    }
    let kept = members.map { Node.Member(key: $0.key, place: $0.place, node: node($0)) }
    return Node(.object(kept), at: front.place)
  }

  /// The face with everything it refers to written out.
  func resolved(_ face: Node) -> Node {
    guard case .object(let members) = face.value else { return face }
    let result = members.map { member in
      switch member.key {
      case "boxes": Node.Member(key: member.key, place: member.place, node: boxes(member.node))
      case "table": Node.Member(key: member.key, place: member.place, node: table(member.node))
      default: member
      }
    }
    return Node(.object(result), at: face.place)
  }

  private func boxes(_ node: Node) -> Node {
    guard case .list(let boxes) = node.value else { return node }
    return Node(.list(boxes.map(box)), at: node.place)
  }

  private func box(_ node: Node) -> Node {
    guard let (like, own) = split(node) else { return node }
    let known = front.member("boxes").map(Self.items) ?? []
    guard let name = like.textValue,
      let model = known.first(where: { $0.member("id")?.textValue == name })
    else {
      findings.error(
        at: like.place, Wording.unknownBox(like.textValue ?? "?"),
        hint: Hint.allowed(known.compactMap { $0.member("id")?.textValue }))
      return own
    }
    return own.merged(over: model)
  }

  private func table(_ node: Node) -> Node {
    guard let (like, own) = split(node) else { return node }
    guard like.textValue == "front", let model = front.member("table") else {
      findings.error(
        at: like.place, Wording.unknownBox(like.textValue ?? "?"), hint: Hint.allowed(["front"]))
      return own
    }
    return own.merged(over: model)
  }

  /// The value of `like` and the node without it; `nil` when the node has none.
  private func split(_ node: Node) -> (like: Node, own: Node)? {
    guard case .object(let members) = node.value, let like = node.member("like") else { return nil }
    return (like, Node(.object(members.filter { $0.key != "like" }), at: node.place))
  }

  private static func items(_ node: Node) -> [Node] {
    if case .list(let nodes) = node.value { return nodes }
    return []
  }
}
