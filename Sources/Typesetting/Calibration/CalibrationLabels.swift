import Diagnostics
import DisplayList
import Forms
import Measures

/// Draws the lines of a calibration sheet's marks and sets the figures and short words beside them.
struct CalibrationLabels {
  let layout: Layout
  let setter: TextSetter

  /// Labels in the styles of a layout, for a typesetter's printer.
  init(layout: Layout, setBy typesetter: Typesetter) {
    self.layout = layout
    setter = TextSetter(shaper: typesetter.shaper, layout: layout, printer: typesetter.device)
  }

  /// A text in the middle of a frame's height.
  ///
  /// - Throws: ``Refusal`` when it has no room.
  func text(_ words: String, in frame: Rect, style: String) throws(Refusal) -> [PageItem] {
    let set = try setter.set(
      BoundText(words), in: frame, style: layout.style(style), wraps: false, vertical: .middle,
      box: nil)
    guard set.rest.isEmpty else {
      throw Refusal(Diagnostic(at: Place(), Wording.fixedTextTooLong(set.rest)))
    }
    return set.items.map(PageItem.text)
  }

  /// A text around a point.
  func text(_ words: String, around centre: Point, style: String) throws(Refusal) -> [PageItem] {
    let (width, height) = (Length.mm(8), Length.mm(8))
    return try text(
      words,
      in: Rect(x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height),
      style: style)
  }

  /// A thin line.
  func line(_ from: Point, _ to: Point, width: Length = .mm(0.12)) -> PageItem {
    .path(.line(from: from, to: to, width: width))
  }
}
