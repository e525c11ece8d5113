package import Diagnostics
package import DisplayList
package import Measures
package import Notation

/// Where a seal or signature belongs; the form only keeps the place.
package struct SealPlace: Hashable, Sendable, NodeReadable {
  /// Whose mark it is.
  package typealias Role = MarkRole

  /// Whose mark belongs here.
  package let role: Role
  /// The space kept for the mark, relative to the paper.
  package let frame: Rect
  /// The box it stands in.
  package let box: String
  /// Where the members stand.
  package let places: MemberPlaces

  /// Reads the place of a mark, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    places = reader.places
    let role: Role? = reader.required("role")
    let frame: Rect? = reader.required("frame")
    let box: String? = reader.required("box")
    reader.finish()
    guard let role, let frame, let box else { return nil }
    self.role = role
    self.frame = frame
    self.box = box
  }
}

extension SealPlace {
  /// The place as pages carry it.
  package var markPlace: MarkPlace { MarkPlace(role: role, frame: frame) }
}

extension MarkRole: NodeChoice {}
