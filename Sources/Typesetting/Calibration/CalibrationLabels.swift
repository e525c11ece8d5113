import Diagnostics
import DisplayList
import Forms
import Measures

/// Sets the figures and short words beside the marks of a calibration sheet.
struct CalibrationLabels {
  let layout: Layout
  let setter: TextSetter

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
  static func line(_ from: Point, _ to: Point, width: Length = .mm(0.12)) -> PageItem {
    .path(.line(from: from, to: to, width: width))
  }
}
