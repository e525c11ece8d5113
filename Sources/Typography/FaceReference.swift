package import Diagnostics
package import DisplayList
package import Notation

/// A face's name where the manifest mentions it.
package struct FaceReference: NodeReadable, Sendable {
  /// The face that is meant.
  package let id: FaceID
  /// Where the manifest mentions it, for messages.
  package let place: Place

  /// Takes the name as text; whether there is such a face is checked later.
  package init?(_ node: Node, _ findings: Findings) {
    guard let name = String(node, findings) else { return nil }
    id = FaceID(name)
    place = node.place
  }
}
