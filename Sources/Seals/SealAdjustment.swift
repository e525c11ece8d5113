package import Measures

/// How the user set a mark in its blue frame: size by the wheel, place by moving it (S2-46).
package struct SealAdjustment: Hashable, Sendable {
  /// The printed size in percent of the true one.
  package let percent: Int
  /// The way from the place's centre to the mark's.
  package let offset: Point

  /// The sizes there are, in percent.
  package static let percents = 80...110
  /// The true size in the middle of the place.
  package static let none = SealAdjustment(percent: 100, offset: .zero)

  /// An adjustment; `percent` lies in ``percents``.
  package init(percent: Int, offset: Point) {
    precondition(Self.percents.contains(percent), "a seal is printed at 80 to 110 percent")
    self.percent = percent
    self.offset = offset
  }

  /// Where a mark stands: its centre never leaves the place, the mark never the paper.
  ///
  /// - Parameters:
  ///   - size: the mark's true size, margins included.
  ///   - place: the space kept for it.
  ///   - paper: the page's size.
  /// - Returns: the area the mark fills.
  func frame(of size: Size, in place: Rect, on paper: Size) -> Rect {
    let factor = Double(percent) / 100
    let size = Size(width: size.width.scaled(by: factor), height: size.height.scaled(by: factor))
    let middle = place.centre + offset
    let x = min(max(middle.x, place.left), place.right) - size.width / 2
    let y = min(max(middle.y, place.top), place.bottom) - size.height / 2
    return Rect(
      origin: Point(
        x: max(.zero, min(x, paper.width - size.width)),
        y: max(.zero, min(y, paper.height - size.height))), size: size)
  }
}
