import Foundation

extension FittedShape {
  /// The rectangle of least area around the hull, then each side laid through the edge points near it.
  ///
  /// - Parameters:
  ///   - points: edge points, those of other marks among them.
  ///   - hull: what surrounds them tightly.
  ///   - unit: pixels in a millimetre.
  init?(rectangle points: [PixelPoint], hull: [PixelPoint], unit: Double) {
    guard let rough = FittedShape(leastAreaAround: hull), rough.breadth > unit else { return nil }
    var fitted = rough
    for _ in 0..<3 { fitted = fitted.laidThroughSides(points, reach: 0.8 * unit) }
    self = fitted.length >= fitted.breadth ? fitted : fitted.quarterTurned
  }

  /// The same rectangle with the other side as its length.
  private var quarterTurned: FittedShape {
    FittedShape(
      shape: shape, centre: centre, length: breadth, breadth: length,
      angle: angle > 0 ? angle - .pi / 2 : angle + .pi / 2)
  }

  /// One side of the least rectangle lies on a side of the hull.
  private init?(leastAreaAround hull: [PixelPoint]) {
    var best: FittedShape?
    for (a, b) in zip(hull, hull.dropFirst() + hull.prefix(1)) {
      let angle = Self.withinEighth(-atan2(b.y - a.y, b.x - a.x))
      let zero = PixelPoint(x: 0, y: 0)
      let turned = hull.map { $0.turned(by: -angle, around: zero) }
      let (xs, ys) = (turned.map(\.x), turned.map(\.y))
      guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
      else { continue }
      if let best, best.area <= (right - left) * (bottom - top) { continue }
      let centre = PixelPoint(x: (left + right) / 2, y: (top + bottom) / 2)
      best = FittedShape(
        shape: .rectangle, centre: centre.turned(by: angle, around: zero), length: right - left,
        breadth: bottom - top, angle: angle)
    }
    guard let best else { return nil }
    self = best
  }

  /// Lays each side through the points within reach of it.
  private func laidThroughSides(_ points: [PixelPoint], reach: Double) -> FittedShape {
    let own = points.map { point -> PixelPoint in
      let turned = point.turned(by: -angle, around: centre)
      return PixelPoint(x: turned.x - centre.x, y: turned.y - centre.y)
    }
    func side(
      _ across: (PixelPoint) -> Double, _ along: (PixelPoint) -> Double, _ at: Double,
      _ half: Double
    ) -> (offset: Double, slope: Double) {
      let near = own.filter { abs(across($0) - at) <= reach && abs(along($0)) < 0.9 * half }
      return Self.line(near.map { (along($0), across($0)) }) ?? (at, 0)
    }
    let top = side(\.y, \.x, -breadth / 2, length / 2)
    let bottom = side(\.y, \.x, breadth / 2, length / 2)
    let left = side(\.x, \.y, -length / 2, breadth / 2)
    let right = side(\.x, \.y, length / 2, breadth / 2)
    // Rows grow downwards: a side that falls to the right is turned clockwise.
    let slope =
      ((top.slope + bottom.slope) * length - (left.slope + right.slope) * breadth)
      / (2 * (length + breadth))
    let shift = PixelPoint(
      x: (left.offset + right.offset) / 2, y: (top.offset + bottom.offset) / 2)
    let zero = PixelPoint(x: 0, y: 0)
    let moved = shift.turned(by: angle, around: zero)
    return FittedShape(
      shape: .rectangle, centre: PixelPoint(x: centre.x + moved.x, y: centre.y + moved.y),
      length: right.offset - left.offset, breadth: bottom.offset - top.offset,
      angle: angle - slope)
  }

  /// A straight line by least squares, twice: the second time without what misses it.
  private static func line(
    _ samples: [(along: Double, across: Double)]
  ) -> (offset: Double, slope: Double)? {
    var used = samples
    var line: (offset: Double, slope: Double)?
    for _ in 0..<3 {
      guard used.count >= 10 else { return line }
      let count = Double(used.count)
      let (x, y) = (used.reduce(0) { $0 + $1.along }, used.reduce(0) { $0 + $1.across })
      let xx = used.reduce(0) { $0 + $1.along * $1.along }
      let xy = used.reduce(0) { $0 + $1.along * $1.across }
      let slope = (count * xy - x * y) / max(count * xx - x * x, 1e-9)
      let offset = (y - slope * x) / count
      line = (offset, slope)
      let misses = samples.map { abs($0.across - offset - slope * $0.along) }
      let limit = max(2 * misses.sorted()[misses.count / 2], 0.5)
      used = zip(samples, misses).filter { $0.1 <= limit }.map(\.0)
    }
    return line
  }
}
