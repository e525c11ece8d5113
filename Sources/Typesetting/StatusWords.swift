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

  func items(_ words: String) throws(Refusal) -> [PageItem] {
    let style = layout.style(layout.status.style)
    let line = try setter.line(words, style: style)
    let turn = layout.status.turn
    let angle = turn * .pi / 180
    let half = line.width / 2
    let rise = style.size.scaled(by: 0.35)
    return layout.status.centres.map { centre in
      // The baseline starts half a line's width back along the turned direction.
      let x = centre.x - half.scaled(by: cos(angle)) + rise.scaled(by: sin(angle))
      let y = centre.y + half.scaled(by: sin(angle)) + rise.scaled(by: cos(angle))
      return .text(
        line.item(at: Point(x: x, y: y), ink: style.ink, rotation: turn, field: nil, box: nil))
    }
  }
}
