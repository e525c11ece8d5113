import Foundation

/// A point of a scan in pixels, measured to parts of them; a pixel's middle is at a half.
struct PixelPoint: Hashable, Sendable {
  var x: Double
  var y: Double

  /// The point turned around another, anticlockwise as one sees the scan for positive angles.
  func turned(by angle: Double, around centre: PixelPoint) -> PixelPoint {
    let (sine, cosine) = (sin(angle), cos(angle))
    let (x, y) = (self.x - centre.x, self.y - centre.y)
    return PixelPoint(
      x: centre.x + x * cosine + y * sine, y: centre.y - x * sine + y * cosine)
  }
}

/// The outermost edges of the ink, seen from the left, the right, above and below.
struct Silhouette: Sendable {
  let points: [PixelPoint]

  /// Finds where the coverage crosses a half, between pixels.
  init(_ components: Components) {
    let (width, coverage) = (components.scan.width, components.coverage)
    let (columns, rows) = (components.columns, components.rows)
    var points: [PixelPoint] = []
    var top = [Int](repeating: -1, count: columns.count)
    var bottom = top
    for row in rows {
      let start = row * width
      guard let left = columns.first(where: { coverage[start + $0] >= 128 }),
        let right = columns.last(where: { coverage[start + $0] >= 128 })
      else { continue }
      for column in left...right where coverage[start + column] >= 128 {
        if top[column - columns.lowerBound] < 0 { top[column - columns.lowerBound] = row }
        bottom[column - columns.lowerBound] = row
      }
      let y = Double(row) + 0.5
      let (first, last) = (coverage[start + left], coverage[start + right])
      let before = left > 0 ? coverage[start + left - 1] : 0
      let after = right + 1 < width ? coverage[start + right + 1] : 0
      points.append(PixelPoint(x: Double(left) + 0.5 - Self.part(first, before), y: y))
      points.append(PixelPoint(x: Double(right) + 0.5 + Self.part(last, after), y: y))
    }
    let height = components.scan.height
    for column in columns where top[column - columns.lowerBound] >= 0 {
      let (high, low) = (top[column - columns.lowerBound], bottom[column - columns.lowerBound])
      let above = high > 0 ? coverage[(high - 1) * width + column] : 0
      let below = low + 1 < height ? coverage[(low + 1) * width + column] : 0
      let x = Double(column) + 0.5
      let (first, last) = (coverage[high * width + column], coverage[low * width + column])
      points.append(PixelPoint(x: x, y: Double(high) + 0.5 - Self.part(first, above)))
      points.append(PixelPoint(x: x, y: Double(low) + 0.5 + Self.part(last, below)))
    }
    self.points = points
  }

  /// How far outside of an inner pixel's middle the coverage is a half.
  private static func part(_ inner: UInt8, _ outer: UInt8) -> Double {
    (Double(inner) - 127.5) / Double(max(Int(inner) - Int(outer), 1))
  }

  /// The smallest convex polygon around all points (Andrew's monotone chain).
  var hull: [PixelPoint] {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    let chains = Self.chain(sorted).dropLast() + Self.chain(sorted.reversed()).dropLast()
    return Array(chains)
  }

  private static func chain(_ sorted: [PixelPoint]) -> [PixelPoint] {
    var chain: [PixelPoint] = []
    for point in sorted {
      while chain.count >= 2 {
        let (a, b) = (chain[chain.count - 2], chain[chain.count - 1])
        if (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) > 0 { break }
        chain.removeLast()
      }
      chain.append(point)
    }
    return chain
  }
}
