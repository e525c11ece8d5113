import CCairo
import DisplayList
import Measures

/// The marks of a page with the lines each can touch, so that a band draws only its own.
struct BandItems {
  private let items: [(item: PageItem, lines: ClosedRange<Double>)]

  init(
    _ items: [PageItem], matrix: cairo_matrix_t, faces: FaceCache
  ) throws(RenderingError) {
    self.items = try items.map { item throws(RenderingError) in
      if case .text(let text) = item { return (item, try text.lines(matrix, faces)) }
      let rect = item.extent
      let corners = [
        (rect.left, rect.top), (rect.right, rect.top), (rect.left, rect.bottom),
        (rect.right, rect.bottom),
      ].map { x, y in matrix.yx * x.pt + matrix.yy * y.pt + matrix.y0 }
      let (low, high) = (corners.min() ?? 0, corners.max() ?? 0)
      return (item, (low - 2)...(high + 2))
    }
  }

  /// The lines that marks may touch, in order, each line once.
  func stretches(height: Int) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    for lines in items.map(\.lines).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let low = Int(min(max(lines.lowerBound.rounded(.down), 0), Double(height)))
      let high = Int(min(max(lines.upperBound.rounded(.up), 0), Double(height)))
      if low >= high { continue }
      if let last = stretches.last, low <= last.upperBound {
        stretches[stretches.count - 1] = last.lowerBound..<max(last.upperBound, high)
      } else {
        stretches.append(low..<high)
      }
    }
    return stretches
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
    case .mask(let item): item.frame
    case .text(let item): Rect(x: item.origin.x, y: item.origin.y, width: .zero, height: .zero)
    case .path(let item): item.extent
    }
  }
}

extension TextItem {
  /// The lines that the glyphs touch, with room for rounding.
  fileprivate func lines(
    _ matrix: cairo_matrix_t, _ faces: FaceCache
  ) throws(RenderingError) -> ClosedRange<Double> {
    var turned = matrix
    unsafe cairo_matrix_translate(&turned, origin.x.pt, origin.y.pt)
    unsafe cairo_matrix_rotate(&turned, -rotation * .pi / 180)
    var (low, high) = (turned.y0, turned.y0)
    for run in runs where !run.glyphs.isEmpty {
      let font = try faces.font(run.face, self, matrix: turned, isCrisp: true)
      let glyphs = run.glyphs.map {
        cairo_glyph_t(index: UInt($0.id), x: $0.offset.x.pt, y: $0.offset.y.pt)
      }
      var extents = cairo_text_extents_t()
      unsafe cairo_scaled_font_glyph_extents(font.handle, glyphs, Int32(glyphs.count), &extents)
      let box = DotBox(extents, turned)
      low = min(low, Double(box.top))
      high = max(high, Double(box.top + box.height))
    }
    return low...high
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
