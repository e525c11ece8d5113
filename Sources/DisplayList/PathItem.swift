package import Measures

/// One step of a path.
package enum PathStep: Hashable, Codable, Sendable {
  case move(Point)
  case line(Point)
  /// A cubic Bézier segment with its two control points.
  case curve(Point, Point, Point)
  case close
}

/// A line drawing, stroked, filled or both.
package struct PathItem: Hashable, Codable, Sendable {
  /// How the outline is drawn.
  package struct Stroke: Hashable, Codable, Sendable {
    /// The width of the line.
    package let width: Length
    /// The colour of the line.
    package let ink: Ink
    /// Lengths of dashes and gaps in turn; empty for a solid line.
    package let dashes: [Length]

    /// A stroke from its width, colour and dashes.
    package init(width: Length, ink: Ink = .black, dashes: [Length] = []) {
      self.width = width
      self.ink = ink
      self.dashes = dashes
    }
  }

  /// The outline, step by step.
  package let steps: [PathStep]
  /// How the outline is drawn; `nil` when it is not.
  package let stroke: Stroke?
  /// The colour of the area inside; `nil` when it is not filled.
  package let fill: Ink?
  /// The box of the form; `nil` outside of any.
  package let box: String?

  /// A drawing from its outline, stroked, filled or both.
  package init(steps: [PathStep], stroke: Stroke? = nil, fill: Ink? = nil, box: String? = nil) {
    self.steps = steps
    self.stroke = stroke
    self.fill = fill
    self.box = box
  }

  /// A straight line.
  package static func line(
    from: Point, to: Point, width: Length, ink: Ink = .black, box: String? = nil
  ) -> PathItem {
    PathItem(
      steps: [.move(from), .line(to)], stroke: Stroke(width: width, ink: ink), box: box)
  }

  /// The outline of a rectangle.
  package static func frame(
    _ rect: Rect, width: Length, ink: Ink = .black, box: String? = nil
  ) -> PathItem {
    PathItem(
      steps: [
        .move(rect.origin), .line(Point(x: rect.right, y: rect.top)),
        .line(Point(x: rect.right, y: rect.bottom)), .line(Point(x: rect.left, y: rect.bottom)),
        .close,
      ], stroke: Stroke(width: width, ink: ink), box: box)
  }
}
