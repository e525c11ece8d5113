package import Diagnostics
package import Notation

extension Turning.Pile: NodeChoice {}
extension Turning.Order: NodeChoice {}
extension Turning.Rotation: NodeChoice {}

extension Turning: NodeReadable {
  /// Reads the member `turning` of a profile; `nil` when a part is missing or wrong.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    let pile = reader.value(ProfileFields.Turning.pile)
    let order = reader.value(ProfileFields.Turning.order)
    let rotation = reader.value(ProfileFields.Turning.rotation)
    reader.finish()
    guard let pile, let order, let rotation else { return nil }
    self.init(pile: pile, order: order, rotation: rotation)
  }
}
