import DisplayList
import Forms
import Foundation
import Measures

/// Draws a guilloche as wave lines of cubic segments, leaving a frame free.
struct GuillocheDrawing {
  let guilloche: Guilloche
  /// Where nothing may be drawn: the verification code with its quiet zone.
  let free: Rect?

  /// One path a line.
  var items: [PathItem] {
    (0..<guilloche.lines).map { index in
      PathItem(
        steps: steps(line: index),
        stroke: PathItem.Stroke(width: guilloche.lineWidth, ink: guilloche.ink))
    }
  }

  /// Lines alternate between two families of opposite phase, so that they interlace.
  private func steps(line index: Int) -> [PathStep] {
    let frame = guilloche.frame
    let count = guilloche.periods * 2
    let span = frame.height - guilloche.amplitude * 2
    let base =
      frame.top + guilloche.amplitude
      + (span * (2 * index + 1)) / (2 * guilloche.lines)
    let sign = index.isMultiple(of: 2) ? 1 : -1
    var steps: [PathStep] = []
    var isDown = false
    for half in 0..<count {
      let swing = guilloche.amplitude * (half.isMultiple(of: 2) ? sign : -sign)
      let start = Point(x: frame.left + (frame.width * half) / count, y: base)
      let end = Point(x: frame.left + (frame.width * (half + 1)) / count, y: base)
      if let free, touches(free, start, end, swing) {
        isDown = false
        continue
      }
      if !isDown { steps.append(.move(start)) }
      isDown = true
      steps.append(curve(start, end, swing))
    }
    return steps
  }

  /// Half a wave as one cubic: the control points make its slope meet the next half's.
  private func curve(_ start: Point, _ end: Point, _ swing: Length) -> PathStep {
    let third = (end.x - start.x).scaled(by: 0.3642)
    let height = swing.scaled(by: 4.0 / 3)
    return .curve(
      Point(x: start.x + third, y: start.y - height), Point(x: end.x - third, y: end.y - height),
      end)
  }

  private func touches(_ free: Rect, _ start: Point, _ end: Point, _ swing: Length) -> Bool {
    let height = max(swing, -swing)
    let bounds = Rect(
      x: start.x, y: start.y - height, width: end.x - start.x, height: height * 2)
    return bounds.overlaps(free)
  }
}
