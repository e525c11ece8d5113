package import Diagnostics
package import DisplayList
package import Notation

/// A face's name where the manifest mentions it.
package struct FaceReference: NodeReadable, Sendable {
  package let id: FaceID
  package let place: Place

  package init?(_ node: Node, _ findings: Findings) {
    guard let name = String(node, findings) else { return nil }
    id = FaceID(name)
    place = node.place
  }
}
