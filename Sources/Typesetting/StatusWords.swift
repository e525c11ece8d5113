import Diagnostics
import DisplayList
import Forms
import Foundation
import Measures
import Typography

/// Sets status words, large and aslant, in the layout's places.
struct StatusWords {
  let layout: Layout
  let setter: TextSetter

  /// The lines, one below the other around the middle of each place.
  func items(_ lines: [String]) throws(Refusal) -> [PageItem] {
    let style = layout.style(layout.status.style)
    let pitch = style.size.scaled(by: style.leading)
    let middle = Double(lines.count - 1) / 2
    var items: [PageItem] = []
    for (index, words) in lines.enumerated() {
      let line = try setter.line(words, style: style)
      let down = pitch.scaled(by: Double(index) - middle) + style.size.scaled(by: 0.35)
      items += layout.status.centres.map { item(line, style, centre: $0, down: down) }
    }
    return items
  }

  /// A line whose middle stands below a place, measured across the turned direction.
  private func item(_ line: ShapedLine, _ style: Style, centre: Point, down: Length) -> PageItem {
    let turn = layout.status.turn
    let angle = turn * .pi / 180
    // The baseline starts half a line's width back along the turned direction.
    let half = line.width / 2
    let x = centre.x - half.scaled(by: cos(angle)) + down.scaled(by: sin(angle))
    let y = centre.y + half.scaled(by: sin(angle)) + down.scaled(by: cos(angle))
    return .text(
      line.item(at: Point(x: x, y: y), ink: style.ink, rotation: turn, field: nil, box: nil))
  }
}
