/// An affine map of page coordinates: scale and skew as plain numbers, shift as lengths.
///
/// A point (x, y) goes to (xx·x + xy·y + dx, yx·x + yy·y + dy).
package struct Transform: Hashable, Codable, Sendable {
  /// The factor of x in the new x.
  package var xx: Double
  /// The factor of y in the new x.
  package var xy: Double
  /// The factor of x in the new y.
  package var yx: Double
  /// The factor of y in the new y.
  package var yy: Double
  /// The shift to the right.
  package var dx: Length
  /// The shift downwards.
  package var dy: Length

  /// A map from its factors and shifts; what is not given stays as in the identity.
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

  /// The map that leaves every point where it is.
  package static let identity = Transform()

  /// The map that takes every point back; `nil` for one that maps many points to one.
  package var inverse: Transform? {
    let determinant = xx * yy - xy * yx
    guard determinant != 0 else { return nil }
    let (a, b, c, d) = (
      yy / determinant, -xy / determinant, -yx / determinant, xx / determinant
    )
    return Transform(
      xx: a, xy: b, yx: c, yy: d, dx: -(dx.scaled(by: a) + dy.scaled(by: b)),
      dy: -(dx.scaled(by: c) + dy.scaled(by: d)))
  }

  /// Where a point goes, rounded to the nearest unit.
  package func apply(_ point: Point) -> Point {
    Point(
      x: point.x.scaled(by: xx) + point.y.scaled(by: xy) + dx,
      y: point.x.scaled(by: yx) + point.y.scaled(by: yy) + dy)
  }
}
