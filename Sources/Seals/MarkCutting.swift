import DisplayList
import Foundation

/// Cuts a mark out of its scan: straight, trimmed, at the resolution of all masks.
struct MarkCutting {
  private let components: Components
  private let centre: PixelPoint
  private let angle: Double
  /// The part of the scan that is cut out, from the centre, in pixels of the scan.
  private let left: Double
  private let top: Double
  private let width: Double
  private let height: Double
  /// Dots of the mask for a pixel of the scan.
  private let scale: Double

  /// - Parameters:
  ///   - components: the ink of the mark on its scan.
  ///   - outline: the shape fitted to it.
  ///   - turn: a turn by the person, anticlockwise in radians.
  ///   - correction: the size on paper over the measured one.
  init(_ components: Components, _ outline: Outline, turn: Double, correction: Double) {
    self.components = components
    centre = outline.centre
    angle = outline.skew - turn
    scale = SealImage.resolution / components.scan.resolution * correction
    let margin = components.scan.pixels(mm: SealImage.margin)
    let angle = angle
    let centre = centre
    let points = outline.hull.map { $0.turned(by: -angle, around: centre) }
    let (xs, ys) = (points.map { $0.x - centre.x }, points.map { $0.y - centre.y })
    // On whole pixels of the scan, so that nothing is smoothed without need.
    left = (centre.x + (xs.min() ?? 0) - margin).rounded(.down) - centre.x
    top = (centre.y + (ys.min() ?? 0) - margin).rounded(.down) - centre.y
    width = (xs.max() ?? 0) + margin - left
    height = (ys.max() ?? 0) + margin - top
  }

  /// The finished mask.
  var mask: InkMask { abs(angle) < 0.0003 && abs(scale - 1) < 0.002 ? cropped : resampled }

  /// The pixels as they are: what a size is off by then, no ruler shows.
  private var cropped: InkMask {
    let scan = components.scan
    let (x0, y0) = (Int((centre.x + left).rounded()), Int((centre.y + top).rounded()))
    let (width, height) = (Int(width.rounded(.up)) + 1, Int(height.rounded(.up)) + 1)
    var coverage = [UInt8](repeating: 0, count: width * height)
    for row in 0..<height where (0..<scan.height).contains(y0 + row) {
      let columns = (max(0, -x0))..<max(0, -x0, min(width, scan.width - x0))
      for column in columns {
        coverage[row * width + column] = components.coverage[(y0 + row) * scan.width + x0 + column]
      }
    }
    return InkMask(width: width, height: height, coverage: Data(coverage))
  }

  /// Between four pixels each; several samples a dot where the scan is finer than the mask.
  private var resampled: InkMask {
    let (columns, rows) = (Int((width * scale).rounded(.up)), Int((height * scale).rounded(.up)))
    let samples = max(1, Int((1 / scale - 0.1).rounded(.up)))
    let (sine, cosine) = (Float(sin(angle)), Float(cos(angle)))
    let step = Float(1 / (scale * Double(samples)))
    var coverage = [UInt8](repeating: 0, count: columns * rows)
    components.coverage.withUnsafeBufferPointer { source in
      for row in 0..<rows {
        for column in 0..<columns {
          var sum: Float = 0
          for sample in 0..<(samples &* samples) {
            let u = Float(left) + (Float(column &* samples &+ sample % samples) + 0.5) * step
            let v = Float(top) + (Float(row &* samples &+ sample / samples) + 0.5) * step
            sum += value(
              source, Float(centre.x) + u * cosine + v * sine - 0.5,
              Float(centre.y) - u * sine + v * cosine - 0.5)
          }
          coverage[row &* columns &+ column] = UInt8(sum / Float(samples &* samples) + 0.5)
        }
      }
    }
    return InkMask(width: columns, height: rows, coverage: Data(coverage))
  }

  /// The coverage between the middles of four pixels; none outside of the scan.
  @inline(__always)
  private func value(_ source: UnsafeBufferPointer<UInt8>, _ x: Float, _ y: Float) -> Float {
    let (column, row) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
    let scan = components.scan
    guard column >= 0, row >= 0, column &+ 1 < scan.width, row &+ 1 < scan.height else { return 0 }
    let (right, down) = (x - Float(column), y - Float(row))
    let first = row &* scan.width &+ column
    let upper = Float(source[first]) * (1 - right) + Float(source[first &+ 1]) * right
    let second = first &+ scan.width
    let lower = Float(source[second]) * (1 - right) + Float(source[second &+ 1]) * right
    return upper * (1 - down) + lower * down
  }
}
