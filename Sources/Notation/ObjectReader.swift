package import Diagnostics

/// Reads the members of one object strictly: wrong types, missing and unknown members are reported.
///
/// Call ``finish()`` last; it reports the members nobody asked for, with the nearest known name.
package final class ObjectReader {
  /// Where the object stands.
  package let place: Place
  /// Where faults are reported.
  package let findings: Findings
  private let members: [String: Node.Member]
  private let order: [String]
  private var asked: Set<String> = []

  /// Starts reading, or reports that the node is no object.
  package init?(_ node: Node, _ findings: Findings) {
    guard case .object(let members) = node.value else {
      findings.error(at: node.place, Wording.expected(Wording.Kind.object, found: node.kind))
      return nil
    }
    place = node.place
    self.findings = findings
    self.members = Dictionary(members.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
    order = members.map(\.key)
  }

  /// The members' names in the order of the text.
  package var keys: [String] { order }

  /// The member's node; `nil` when it is absent or null.
  package func node(_ key: String) -> Node? {
    asked.insert(key)
    guard let node = members[key]?.node else { return nil }
    if case .null = node.value { return nil }
    return node
  }

  /// The member's node, null included; `nil` only when it is absent.
  package func nodeOrNull(_ key: String) -> Node? {
    asked.insert(key)
    return members[key]?.node
  }

  /// Reports that a member is absent.
  package func reportMissing(_ key: String) {
    findings.error(at: place, Wording.missing(key))
  }

  /// The member's value; `nil` when absent, null or wrong (then reported).
  package func optional<T: NodeReadable>(_ key: String, as type: T.Type = T.self) -> T? {
    node(key).flatMap { T($0, findings) }
  }

  /// The member's value; reported when absent.
  package func required<T: NodeReadable>(_ key: String, as type: T.Type = T.self) -> T? {
    guard let node = node(key) else {
      reportMissing(key)
      return nil
    }
    return T(node, findings)
  }

  /// Where a member stands, or where the object stands when the member is absent.
  package func place(of key: String) -> Place { places[key] }

  /// The places of all members, to be kept by the value that is read.
  package var places: MemberPlaces { MemberPlaces(whole: place, members: members) }

  /// Reports every member that no reader asked for.
  package func finish() {
    for key in order where !asked.contains(key) {
      findings.error(
        at: members[key]?.place ?? place, Wording.unknown(key),
        hint: Hint.name(key, among: asked.sorted()))
    }
  }
}
