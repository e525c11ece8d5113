package import Measures

/// How far a printer's marks stand from where they were asked for, and the map that corrects it.
///
/// One calibration holds for one printer, stock, feed path and side of the sheet.
package struct Calibration: Hashable, Codable, Sendable {
  /// From page coordinates to the coordinates to be sent.
  package let correction: Transform

  /// A calibration from the map that corrects the printer's deviation.
  package init(correction: Transform) { self.correction = correction }

  /// A printer that prints where it is told to.
  package static let none = Calibration(correction: .identity)

  /// The same for a page that is sent upside down and read upright.
  package func turned(on paper: Size) -> Calibration {
    let corner = Point(x: paper.width, y: paper.height)
    let moved = corner - correction.apply(corner)
    var turned = correction
    (turned.dx, turned.dy) = (moved.x, moved.y)
    return Calibration(correction: turned)
  }

  /// How far the middle of a paper is moved: to the right, and down.
  package func shift(on paper: Size) -> Point {
    let middle = Point(x: paper.width / 2, y: paper.height / 2)
    return correction.apply(middle) - middle
  }
}
