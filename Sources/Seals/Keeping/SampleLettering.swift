import Foundation

/// The word SAMPLE again and again along a line, as strokes: pictures of kept seals need no font.
struct SampleLettering: Sendable {
  /// The letters' height in pixels.
  private let height: Double

  init(height: Double) { self.height = height }

  /// How the strokes cover a pixel.
  ///
  /// - Parameters:
  ///   - along: where the pixel's middle lies on the line; 0 is the middle of a word.
  ///   - across: how far it lies below the letters' middle.
  /// - Returns: the part that is covered, 0 to 1.
  func coverage(along: Double, across: Double) -> Double {
    let stroke = Self.stroke * height
    guard abs(across) < height / 2 + stroke else { return 0 }
    let word = Double(Self.letters.count) * Self.advance - Self.advance + Self.width
    let period = word + Self.gap
    let own = along / height + word / 2
    let place = own - ((own + Self.gap / 2) / period).rounded(.down) * period
    let index = Int(max(0, (place + (Self.advance - Self.width) / 2) / Self.advance))
    guard index < Self.letters.count else { return 0 }
    let point = PixelPoint(x: place - Double(index) * Self.advance, y: across / height + 0.5)
    let distance = Self.letters[index].map { Self.distance(point, to: $0) }.min() ?? 1
    return min(max(stroke / 2 - distance * height + 0.5, 0), 1)
  }

  // In parts of the letters' height.
  private static let stroke = 0.15
  private static let width = 0.62
  private static let advance = 0.92
  private static let gap = 1.1

  /// S, A, M, P, L and E, each as lines through points; x from 0 to 0.62, y downwards from 0 to 1.
  private static let letters: [[[PixelPoint]]] = [
    [
      arc(0.31, 0.25, 0.3, 0.25, from: -30, to: -270)
        + arc(0.31, 0.75, 0.31, 0.25, from: -90, to: 150)
    ],
    [line((0, 1), (0.31, 0), (0.62, 1)), line((0.11, 0.66), (0.51, 0.66))],
    [line((0, 1), (0, 0), (0.31, 0.6), (0.62, 0), (0.62, 1))],
    [
      line((0, 1), (0, 0), (0.34, 0)) + arc(0.34, 0.27, 0.28, 0.27, from: -90, to: 90)
        + line((0, 0.54))
    ],
    [line((0, 0), (0, 1), (0.58, 1))],
    [line((0.6, 0), (0, 0), (0, 1), (0.6, 1)), line((0, 0.48), (0.5, 0.48))],
  ]

  private static func line(_ points: (x: Double, y: Double)...) -> [PixelPoint] {
    points.map { PixelPoint(x: $0.x, y: $0.y) }
  }

  /// Points of an ellipse; angles in degrees, clockwise from the right.
  private static func arc(
    _ x: Double, _ y: Double, _ across: Double, _ down: Double, from: Double, to: Double
  ) -> [PixelPoint] {
    (0...12).map { step in
      let angle = (from + (to - from) * Double(step) / 12) * .pi / 180
      return PixelPoint(x: x + across * cos(angle), y: y + down * sin(angle))
    }
  }

  private static func distance(_ point: PixelPoint, to line: [PixelPoint]) -> Double {
    zip(line, line.dropFirst()).reduce(Double.infinity) { least, ends in
      let (start, end) = ends
      let (x, y) = (end.x - start.x, end.y - start.y)
      let part = ((point.x - start.x) * x + (point.y - start.y) * y) / max(x * x + y * y, 1e-9)
      let near = min(max(part, 0), 1)
      let (dx, dy) = (point.x - start.x - near * x, point.y - start.y - near * y)
      return min(least, (dx * dx + dy * dy).squareRoot())
    }
  }
}
