package import Measures

/// The five marks of a calibration sheet, near the corners and in the middle, or the four corners of a form
/// (dotmatrix.md 4.2).
package struct CalibrationMarks: Hashable, Sendable {
  /// How far the outer marks stand from the edges of the paper.
  private static let inset = Size(width: .mm(30), height: .mm(40))

  /// Where each mark belongs, by its number from 1: left and right at the top, the middle of a sheet, left
  /// and right at the bottom.
  package let places: [Point]

  /// The marks of a paper.
  package init(on paper: Size) {
    let (left, right) = (Self.inset.width, paper.width - Self.inset.width)
    let (top, bottom) = (Self.inset.height, paper.height - Self.inset.height)
    places = [
      Point(x: left, y: top), Point(x: right, y: top),
      Point(x: paper.width / 2, y: paper.height / 2),
      Point(x: left, y: bottom), Point(x: right, y: bottom),
    ]
  }

  /// The corners of a form's frame.
  package init(corners frame: Rect) {
    places = [
      frame.origin, Point(x: frame.right, y: frame.top), Point(x: frame.left, y: frame.bottom),
      Point(x: frame.right, y: frame.bottom),
    ]
  }
}
