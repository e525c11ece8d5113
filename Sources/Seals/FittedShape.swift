import Foundation

/// An ellipse or rectangle at some angle in a scan.
struct FittedShape: Sendable {
  let shape: SealShape
  let centre: PixelPoint
  /// The longer axis or side.
  let length: Double
  /// The shorter axis or side.
  let breadth: Double
  /// How far the length is turned from the rows, anticlockwise, in radians.
  let angle: Double

  init(shape: SealShape, centre: PixelPoint, length: Double, breadth: Double, angle: Double) {
    self.shape = shape
    self.centre = centre
    self.length = length
    self.breadth = breadth
    self.angle = angle
  }

  /// The box around edge points, for a mark without an outline.
  init(box points: [PixelPoint]) {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let (left, right) = (xs.min() ?? 0, xs.max() ?? 0)
    let (top, bottom) = (ys.min() ?? 0, ys.max() ?? 0)
    self.init(
      shape: .handwriting, centre: PixelPoint(x: (left + right) / 2, y: (top + bottom) / 2),
      length: right - left, breadth: bottom - top, angle: 0)
  }

  /// The area inside, in pixels.
  var area: Double {
    length * breadth * (shape == .round || shape == .ellipse ? .pi / 4 : 1)
  }

  /// The turn of a mark that stands upright, within ±π/4.
  var skew: Double {
    switch shape {
    case .round, .handwriting: 0
    case .rectangle: Self.withinEighth(angle)
    // The axes of a nearly round one are no measure of its turn.
    case .ellipse: breadth / length < 0.9 ? Self.withinEighth(angle) : 0
    }
  }

  /// An angle of a side or axis, so that the shape is turned as little as can be: within ±π/4.
  static func withinEighth(_ angle: Double) -> Double {
    let quarter = Double.pi / 2
    return angle - (angle / quarter).rounded() * quarter
  }

  /// The point in the shape's own system: the centre is zero, the length lies across.
  private func own(_ point: PixelPoint) -> PixelPoint {
    let turned = point.turned(by: -angle, around: centre)
    return PixelPoint(x: turned.x - centre.x, y: turned.y - centre.y)
  }

  /// How far outside of the shape's line a point lies, in pixels; negative inside.
  func distance(of point: PixelPoint) -> Double {
    let point = own(point)
    if shape == .round || shape == .ellipse {
      let radius = (point.x * point.x + point.y * point.y).squareRoot()
      let (x, y) = (point.x / (length / 2), point.y / (breadth / 2))
      let part = (x * x + y * y).squareRoot()
      return part == 0 ? -breadth / 2 : radius * (1 - 1 / part)
    }
    return max(abs(point.x) - length / 2, abs(point.y) - breadth / 2)
  }

  /// The part of points that lie on the shape's line.
  func agreement(with points: [PixelPoint], _ tolerance: Double) -> Double {
    let near = points.reduce(0) { $0 + (abs(distance(of: $1)) <= tolerance ? 1 : 0) }
    return Double(near) / Double(max(points.count, 1))
  }

  /// The part of the shape's line along which there is ink within 1.2 mm inside and 0.4 mm outside.
  func closed(in components: Components) -> Double {
    let steps = 720
    let unit = components.scan.pixels(mm: 0.1)
    var found = 0
    for step in 0..<steps {
      let (point, inward) = line(at: Double(step) / Double(steps))
      let isInk = (-4...12).contains { distance in
        let length = Double(distance) * unit
        let x = Int(point.x + inward.x * length)
        let y = Int(point.y + inward.y * length)
        return (0..<components.scan.width).contains(x) && (0..<components.scan.height).contains(y)
          && components.coverage[y * components.scan.width + x] >= 96
      }
      if isInk { found += 1 }
    }
    return Double(found) / Double(steps)
  }

  /// A point of the shape's line, and the direction to the inside there, at a part of the way round.
  private func line(at part: Double) -> (point: PixelPoint, inward: PixelPoint) {
    var (x, y, inwardX, inwardY) = (0.0, 0.0, 0.0, 0.0)
    if shape == .round || shape == .ellipse {
      (x, y) = (length / 2 * cos(part * 2 * .pi), breadth / 2 * sin(part * 2 * .pi))
      let radius = max((x * x + y * y).squareRoot(), 1)
      (inwardX, inwardY) = (-x / radius, -y / radius)
    } else {
      let way = part * 2 * (length + breadth)
      switch way {
      case ..<length: (x, y, inwardY) = (way - length / 2, -breadth / 2, 1)
      case ..<(length + breadth): (x, y, inwardX) = (length / 2, way - length - breadth / 2, -1)
      case ..<(2 * length + breadth):
        (x, y, inwardY) = (way - 1.5 * length - breadth, breadth / 2, -1)
      default: (x, y, inwardX) = (-length / 2, way - 2 * length - 1.5 * breadth, 1)
      }
    }
    let zero = PixelPoint(x: 0, y: 0)
    let point = PixelPoint(x: x, y: y).turned(by: angle, around: zero)
    return (
      PixelPoint(x: point.x + centre.x, y: point.y + centre.y),
      PixelPoint(x: inwardX, y: inwardY).turned(by: angle, around: zero)
    )
  }
}
