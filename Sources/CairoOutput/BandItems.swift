import CCairo
import DisplayList
import Measures

/// The marks of a page with the lines each can touch, so that a band draws only its own.
struct BandItems {
  private let items: [(item: PageItem, lines: ClosedRange<Double>)]

  init(_ items: [PageItem], matrix: cairo_matrix_t) {
    self.items = items.map { item in
      let rect = item.extent
      let corners = [
        (rect.left, rect.top), (rect.right, rect.top), (rect.left, rect.bottom),
        (rect.right, rect.bottom),
      ].map { x, y in matrix.yx * x.pt + matrix.yy * y.pt + matrix.y0 }
      let (low, high) = (corners.min() ?? 0, corners.max() ?? 0)
      return (item, (low - 1)...(high + 1))
    }
  }

  /// The marks that may touch a line of the range.
  func touching(_ lines: Range<Int>) -> [PageItem] {
    let range = Double(lines.lowerBound)...Double(lines.upperBound)
    return items.filter { $0.lines.overlaps(range) }.map(\.item)
  }
}

extension PageItem {
  /// A rectangle that surely holds the mark.
  fileprivate var extent: Rect {
    switch self {
    case .image(let item): item.frame
    case .modules(let grid): grid.frame
    case .text(let item): item.extent
    case .path(let item): item.extent
    }
  }
}

extension TextItem {
  /// All glyphs with two ems around, in any direction when turned.
  fileprivate var extent: Rect {
    var reach = Length.zero
    for glyph in runs.lazy.flatMap(\.glyphs) {
      reach = max(reach, glyph.offset.x, -glyph.offset.x, glyph.offset.y, -glyph.offset.y)
    }
    reach += size * 2
    let up = rotation == 0 ? size * 2 : reach
    return Rect(
      x: origin.x - reach, y: origin.y - up, width: reach * 2, height: up * 2)
  }
}

extension PathItem {
  /// All points, control points included, with room for mitred corners (limit 10).
  fileprivate var extent: Rect {
    var points: [Point] = []
    for step in steps {
      switch step {
      case .move(let point), .line(let point): points.append(point)
      case .curve(let a, let b, let c): points += [a, b, c]
      case .close: break
      }
    }
    let room = (stroke?.width ?? .zero) * 5
    let (left, right) = (points.map(\.x).min() ?? .zero, points.map(\.x).max() ?? .zero)
    let (top, bottom) = (points.map(\.y).min() ?? .zero, points.map(\.y).max() ?? .zero)
    return Rect(
      x: left - room, y: top - room, width: right - left + room * 2,
      height: bottom - top + room * 2)
  }
}
