package import Diagnostics
package import Measures
package import Notation

extension Rect: NodeReadable {
  /// Reads `[x, y, width, height]` in millimetres.
  package init?(_ node: Node, _ findings: Findings) {
    guard let numbers = [Double](node, findings) else { return nil }
    guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else {
      findings.error(at: node.place, Wording.notAFrame)
      return nil
    }
    self.init(
      x: .mm(numbers[0]), y: .mm(numbers[1]), width: .mm(numbers[2]), height: .mm(numbers[3]))
  }

  /// The frame moved by a distance.
  package func moved(by distance: Point) -> Rect { Rect(origin: origin + distance, size: size) }
}

extension Point: NodeReadable {
  /// Reads `[x, y]` in millimetres.
  package init?(_ node: Node, _ findings: Findings) {
    guard let numbers = [Double](node, findings) else { return nil }
    guard numbers.count == 2 else {
      findings.error(at: node.place, Wording.notAPoint)
      return nil
    }
    self.init(x: .mm(numbers[0]), y: .mm(numbers[1]))
  }
}

