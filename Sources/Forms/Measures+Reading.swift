package import Diagnostics
package import Measures
package import Notation

extension Rect: NodeReadable {
  /// Reads `[x, y, width, height]` in millimetres.
  package init?(_ node: Node, _ findings: Findings) {
    guard let numbers = [Double](node, findings) else { return nil }
    guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0,
      numbers.allSatisfy(Length.isOnPaper)
    else {
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
    guard numbers.count == 2, numbers.allSatisfy(Length.isOnPaper) else {
      findings.error(at: node.place, Wording.notAPoint)
      return nil
    }
    self.init(x: .mm(numbers[0]), y: .mm(numbers[1]))
  }
}

extension Length: NodeReadable {
  /// Reads a distance in millimetres.
  package init?(_ node: Node, _ findings: Findings) {
    guard let number = Double(node, findings) else { return nil }
    guard Self.isOnPaper(number) else {
      findings.error(at: node.place, Wording.tooFar)
      return nil
    }
    self = .mm(number)
  }

  /// Whether a distance in millimetres is one of paper: up to 2 m, so that no sum overflows.
  static func isOnPaper(_ millimetres: Double) -> Bool { abs(millimetres) <= 2000 }
}
