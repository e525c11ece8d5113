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
  private let reach: Rect

  /// A mark that keeps its scales within what the printer reaches.
  init(number: Int, at corner: Point, of frame: Rect, within reach: Rect) {
    self.number = number
    self.corner = corner
    self.reach = reach
    inward = (corner.x == frame.left ? 1 : -1, corner.y == frame.top ? 1 : -1)
  }

  /// Half millimetres to each side.
  private static let ticks = -6...6
  private static let step = Length.mm(0.5)
  /// What the thickest pen takes beside a tick.
  private static let pen = Length.mm(0.15)
  private static let bracket = Length.mm(5)
  private static let distance = Length.mm(9)

  private static func length(of tick: Int) -> Length {
    tick == 0 ? .mm(5) : tick % 2 == 0 ? .mm(3.5) : .mm(2)
  }

  /// Bracket, scales and figures; a scale's figures grow to the right and downwards.
  func items(_ labels: CalibrationLabels) throws(Refusal) -> [PageItem] {
    let bracket = [
      line(.zero, .zero, Self.bracket, .zero, labels),
      line(.zero, .zero, .zero, Self.bracket, labels),
    ]
    let place = at(Self.distance + .mm(9), Self.distance + .mm(9))
    return try bracket + scale(isAcross: true, labels) + scale(isAcross: false, labels)
      + labels.text("\(number)", around: place, style: "mark")
  }

  /// A scale from the left to the right, or downwards, as far as can be printed.
  private func scale(
    isAcross: Bool, _ labels: CalibrationLabels
  ) throws(Refusal) -> [PageItem] {
    let sign = isAcross ? inward.x : inward.y
    func spot(_ along: Length, _ off: Length) -> Point {
      isAcross ? at(along * sign, off) : at(off, along * sign)
    }
    let ticks = Self.ticks.filter { tick in
      reaches(spot(Self.step * tick, Self.distance), beside: Self.pen)
    }
    guard let first = ticks.first, let last = ticks.last else { return [] }
    var items = [
      labels.line(spot(Self.step * first, Self.distance), spot(Self.step * last, Self.distance))
    ]
    for tick in ticks {
      let (along, outer) = (Self.step * tick, Self.distance + Self.length(of: tick))
      items.append(labels.line(spot(along, Self.distance), spot(along, outer)))
      // At 0, the longest, the form's line is to stand, which would cross a figure.
      let figure = spot(along, outer + .mm(1.8))
      guard abs(tick) == 6, reaches(figure, beside: .mm(2)) else { continue }
      items += try labels.text(tick < 0 ? "−3" : "+3", around: figure, style: "digit")
    }
    return items
  }

  /// A line between two places that are given inwards from the corner.
  private func line(
    _ x: Length, _ y: Length, _ toX: Length, _ toY: Length, _ labels: CalibrationLabels
  ) -> PageItem {
    labels.line(at(x, y), at(toX, toY))
  }

  /// Whether a point and so much beside it can be printed.
  private func reaches(_ point: Point, beside: Length) -> Bool {
    point.x - beside >= reach.left && point.x + beside <= reach.right
      && point.y - beside >= reach.top && point.y + beside <= reach.bottom
  }

  private func at(_ x: Length, _ y: Length) -> Point {
    corner + Point(x: x * inward.x, y: y * inward.y)
  }
}
