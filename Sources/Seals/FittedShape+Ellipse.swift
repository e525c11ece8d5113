import Foundation

extension FittedShape {
  /// The ellipse through most of the points: least squares of a conic, without those that miss it.
  ///
  /// - Parameters:
  ///   - points: edge points, those of other marks among them.
  ///   - unit: pixels in a millimetre.
  init?(ellipse points: [PixelPoint], unit: Double) {
    var used = points
    var fitted: FittedShape?
    for _ in 0..<6 {
      guard let next = FittedShape(conicThrough: used) else { break }
      fitted = next
      let misses = points.map { abs(next.distance(of: $0)) }
      let middle = misses.sorted()[misses.count / 2]
      let limit = max(2.5 * middle, 0.08 * unit)
      used = zip(points, misses).filter { $0.1 <= limit }.map(\.0)
    }
    guard let fitted else { return nil }
    self = fitted
  }

  /// Ellipses nearer to a circle than scanning and stamping can tell count as circles.
  private static let roundness = 0.955

  /// Solves Ax² + Bxy + Cy² + Dx + Ey = 1 for all points; `nil` when that is no ellipse.
  private init?(conicThrough points: [PixelPoint]) {
    guard points.count >= 20 else { return nil }
    let count = Double(points.count)
    let middle = PixelPoint(
      x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
    let scale =
      1 / max(points.reduce(0) { $0 + abs($1.x - middle.x) + abs($1.y - middle.y) } / count, 1)
    var rows = [[Double]](repeating: [Double](repeating: 0, count: 6), count: 5)
    for point in points {
      let (x, y) = ((point.x - middle.x) * scale, (point.y - middle.y) * scale)
      let terms = [x * x, x * y, y * y, x, y, 1]
      for row in 0..<5 {
        for column in 0..<6 { rows[row][column] += terms[row] * terms[column] }
      }
    }
    guard let f = LinearSystem.solution(of: rows) else { return nil }
    let (a, b, c, d, e) = (f[0], f[1], f[2], f[3], f[4])
    let determinant = 4 * a * c - b * b
    guard determinant > 0, a > 0 else { return nil }
    let (x, y) = ((b * e - 2 * c * d) / determinant, (b * d - 2 * a * e) / determinant)
    // Around its centre the conic is Au² + Buv + Cv² = level.
    let level = 1 + a * x * x + b * x * y + c * y * y
    let spread = ((a - c) * (a - c) + b * b).squareRoot()
    guard level > 0, a + c > spread else { return nil }
    let long = (2 * level / (a + c - spread)).squareRoot() / scale
    let short = (2 * level / (a + c + spread)).squareRoot() / scale
    let isRound = short / long >= Self.roundness
    // The long axis lies where the form is least; rows grow downwards, so the sign turns.
    let axis = 0.5 * atan2(-b, c - a)
    let middleAxis = (long * short).squareRoot()
    self.init(
      shape: isRound ? .round : .ellipse,
      centre: PixelPoint(x: middle.x + x / scale, y: middle.y + y / scale),
      length: 2 * (isRound ? middleAxis : long), breadth: 2 * (isRound ? middleAxis : short),
      angle: isRound ? 0 : -axis)
  }
}
