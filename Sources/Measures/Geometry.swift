/// A place on a page; x grows to the right and y downwards from the top left corner of the paper.
package struct Point: Hashable, Codable, Sendable {
  /// The distance from the left edge of the paper.
  package var x: Length
  /// The distance from the top edge of the paper.
  package var y: Length

  /// A place from its distances from the left and top edge of the paper.
  package init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }

  /// The top left corner of the paper.
  package static let zero = Point(x: .zero, y: .zero)

  /// The first point moved by the second.
  package static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  /// How far another place is, in a straight line.
  package func distance(to other: Point) -> Length {
    let (x, y) = ((other.x - x).mm, (other.y - y).mm)
    return .mm((x * x + y * y).squareRoot())
  }

  /// The way from the second point to the first.
  package static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
}

/// The width and height of something on a page.
package struct Size: Hashable, Codable, Sendable {
  /// The extent from left to right.
  package var width: Length
  /// The extent from top to bottom.
  package var height: Length

  /// A size from its width and height.
  package init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }

  /// ISO 216 A4, portrait.
  package static let a4 = Size(width: .mm(210), height: .mm(297))
}

/// An upright rectangle on a page.
package struct Rect: Hashable, Codable, Sendable {
  /// The top left corner.
  package var origin: Point
  /// The width and height of the rectangle.
  package var size: Size

  /// A rectangle from its top left corner and its size.
  package init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// A rectangle from its left and top edge and its size.
  package init(x: Length, y: Length, width: Length, height: Length) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  /// The x of the left edge.
  package var left: Length { origin.x }
  /// The y of the top edge.
  package var top: Length { origin.y }
  /// The x of the right edge.
  package var right: Length { origin.x + size.width }
  /// The y of the bottom edge.
  package var bottom: Length { origin.y + size.height }
  /// The extent from left to right.
  package var width: Length { size.width }
  /// The extent from top to bottom.
  package var height: Length { size.height }
  /// The point in the middle, halves of a unit rounded towards zero.
  package var centre: Point { Point(x: left + width / 2, y: top + height / 2) }

  /// The rectangle made smaller on each side; a side never becomes negative.
  package func inset(
    left: Length = .zero, top: Length = .zero, right: Length = .zero, bottom: Length = .zero
  ) -> Rect {
    Rect(
      x: origin.x + left, y: origin.y + top,
      width: max(.zero, width - left - right), height: max(.zero, height - top - bottom))
  }

  /// Whether the other rectangle lies inside; it may touch the edges.
  package func contains(_ other: Rect) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }

  /// The area both share; without extent when they share none.
  package func intersection(_ other: Rect) -> Rect {
    let corner = Point(x: max(left, other.left), y: max(top, other.top))
    return Rect(
      x: corner.x, y: corner.y, width: max(.zero, min(right, other.right) - corner.x),
      height: max(.zero, min(bottom, other.bottom) - corner.y))
  }

  /// Whether the two share an area; touching edges do not count.
  package func overlaps(_ other: Rect) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
