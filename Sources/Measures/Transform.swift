/// An affine map of page coordinates: scale and skew as plain numbers, shift as lengths.
///
/// A point (x, y) goes to (xx·x + xy·y + dx, yx·x + yy·y + dy).
package struct Transform: Hashable, Codable, Sendable {
  package var xx: Double
  package var xy: Double
  package var yx: Double
  package var yy: Double
  package var dx: Length
  package var dy: Length

  package init(
    xx: Double = 1, xy: Double = 0, yx: Double = 0, yy: Double = 1, dx: Length = .zero,
    dy: Length = .zero
  ) {
    self.xx = xx
    self.xy = xy
    self.yx = yx
    self.yy = yy
    self.dx = dx
    self.dy = dy
  }

  package static let identity = Transform()

  /// Where a point goes, rounded to the nearest unit.
  package func apply(_ point: Point) -> Point {
    Point(
      x: point.x.scaled(by: xx) + point.y.scaled(by: xy) + dx,
      y: point.x.scaled(by: yx) + point.y.scaled(by: yy) + dy)
  }
}
