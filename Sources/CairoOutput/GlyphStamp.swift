import CCairo

/// The dots of a glyph on a device, as stretches of its rows.
struct GlyphStamp {
  struct Span {
    /// Relative to the dot of the glyph's origin.
    let row: Int32
    let start: Int32
    let count: Int32
  }

  private(set) var spans: [Span] = []

  /// Has Cairo draw the glyph alone; `matrix` is the one of the font, without translation.
  init(_ glyph: UInt32, font: OpaquePointer, matrix: cairo_matrix_t) throws(RenderingError) {
    var glyph = cairo_glyph_t(index: UInt(glyph), x: 0, y: 0)
    var extents = cairo_text_extents_t()
    unsafe cairo_scaled_font_glyph_extents(font, &glyph, 1, &extents)
    let box = DotBox(extents, matrix)
    if extents.width <= 0 || extents.height <= 0 { return }
    let surface = try Surface.image(CAIRO_FORMAT_A8, width: box.width, height: box.height)
    let pen = unsafe Pen(cairo: cairo_create(surface.handle))
    defer { unsafe cairo_destroy(pen.cairo) }
    var matrix = matrix
    (matrix.x0, matrix.y0) = (Double(-box.left), Double(-box.top))
    unsafe cairo_set_matrix(pen.cairo, &matrix)
    unsafe cairo_set_scaled_font(pen.cairo, font)
    unsafe cairo_show_glyphs(pen.cairo, &glyph, 1)
    unsafe try Surface.check(cairo_status(pen.cairo))
    collect(surface, box)
  }

  private mutating func collect(_ surface: Surface, _ box: DotBox) {
    let stride = surface.stride
    unsafe surface.withPixels { pixels in
      for y in 0..<box.height {
        var x = 0
        while x < box.width {
          let start = x
          while x < box.width, unsafe pixels[y * stride + x] >= 128 { x += 1 }
          if x > start {
            spans.append(
              Span(
                row: Int32(y + box.top), start: Int32(start + box.left), count: Int32(x - start)))
          }
          x += 1
        }
      }
    }
  }
}

/// Whole dots around a glyph or a text, with room for rounding.
struct DotBox {
  let left: Int
  let top: Int
  let width: Int
  let height: Int

  init(_ extents: cairo_text_extents_t, _ matrix: cairo_matrix_t) {
    let (x, y) = (extents.x_bearing, extents.y_bearing)
    let corners = [
      (x, y), (x + extents.width, y), (x, y + extents.height),
      (x + extents.width, y + extents.height),
    ]
    let across = corners.map { matrix.xx * $0.0 + matrix.xy * $0.1 + matrix.x0 }
    let down = corners.map { matrix.yx * $0.0 + matrix.yy * $0.1 + matrix.y0 }
    left = Int((across.min() ?? 0).rounded(.down)) - 2
    top = Int((down.min() ?? 0).rounded(.down)) - 2
    width = Int((across.max() ?? 0).rounded(.up)) + 2 - left
    height = Int((down.max() ?? 0).rounded(.up)) + 2 - top
  }
}
