import Diagnostics
import DisplayList
import Measures

/// A bracket where a corner of a form's frame should be, and two scales that say how far the frame's lines
/// are from there.
struct CornerMark {
  private let number: Int
  private let corner: Point
  /// 1 where the frame lies to the right or below, else -1.
  private let inward: (x: Int, y: Int)

  init(number: Int, at corner: Point, of frame: Rect) {
    self.number = number
    self.corner = corner
    inward = (corner.x == frame.left ? 1 : -1, corner.y == frame.top ? 1 : -1)
  }

  /// Half millimetres to each side.
  private static let ticks = -6...6
  private static let bracket = Length.mm(5)
  private static let distance = Length.mm(9)

  private static func length(of tick: Int) -> Length {
    tick == 0 ? .mm(5) : tick % 2 == 0 ? .mm(3.5) : .mm(2)
  }

  /// Bracket, scales and figures; a scale's figures grow to the right and downwards.
  func items(_ labels: CalibrationLabels) throws(Refusal) -> [PageItem] {
    var items = [
      line(.zero, .zero, Self.bracket, .zero), line(.zero, .zero, .zero, Self.bracket),
    ]
    let end = Length.mm(3) * inward.x
    items.append(line(-end, Self.distance, end, Self.distance))
    let low = Length.mm(3) * inward.y
    items.append(line(Self.distance, -low, Self.distance, low))
    for tick in Self.ticks {
      let off = Length.mm(0.5) * tick
      let (across, down) = (off * inward.x, off * inward.y)
      let outer = Self.distance + Self.length(of: tick)
      items.append(line(across, Self.distance, across, outer))
      items.append(line(Self.distance, down, outer, down))
      // At 0, the longest, the form's line is to stand, which would cross a figure.
      guard abs(tick) == 6 else { continue }
      let figure = tick < 0 ? "−3" : "+3"
      items += try labels.text(figure, around: at(across, outer + .mm(1.5)), style: "digit")
      items += try labels.text(figure, around: at(outer + .mm(1.8), down), style: "digit")
    }
    let place = at(Self.distance + .mm(9), Self.distance + .mm(9))
    return try items + labels.text("\(number)", around: place, style: "mark")
  }

  /// A line between two places that are given inwards from the corner.
  private func line(_ x: Length, _ y: Length, _ toX: Length, _ toY: Length) -> PageItem {
    CalibrationLabels.line(at(x, y), at(toX, toY))
  }

  private func at(_ x: Length, _ y: Length) -> Point {
    corner + Point(x: x * inward.x, y: y * inward.y)
  }
}
