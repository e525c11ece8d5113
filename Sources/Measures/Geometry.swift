/// A place on a page; x grows to the right and y downwards from the top left corner of the paper.
package struct Point: Hashable, Codable, Sendable {
  package var x: Length
  package var y: Length

  package init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }

  package static let zero = Point(x: .zero, y: .zero)

  package static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  package static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
}

/// The width and height of something on a page.
package struct Size: Hashable, Codable, Sendable {
  package var width: Length
  package var height: Length

  package init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }

  /// ISO 216 A4, portrait.
  package static let a4 = Size(width: .mm(210), height: .mm(297))
}

/// An upright rectangle on a page.
package struct Rect: Hashable, Codable, Sendable {
  package var origin: Point
  package var size: Size

  package init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  package init(x: Length, y: Length, width: Length, height: Length) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  package var left: Length { origin.x }
  package var top: Length { origin.y }
  package var right: Length { origin.x + size.width }
  package var bottom: Length { origin.y + size.height }
  package var width: Length { size.width }
  package var height: Length { size.height }
  package var centre: Point { Point(x: left + width / 2, y: top + height / 2) }

  /// The rectangle made smaller on each side; a side never becomes negative.
  package func inset(
    left: Length = .zero, top: Length = .zero, right: Length = .zero, bottom: Length = .zero
  ) -> Rect {
    Rect(
      x: origin.x + left, y: origin.y + top,
      width: max(.zero, width - left - right), height: max(.zero, height - top - bottom))
  }

  package func contains(_ other: Rect) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }

  /// Whether the two share an area; touching edges do not count.
  package func overlaps(_ other: Rect) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
