import CCairo
import DisplayList
import Foundation
import Measures

/// Puts the dots of glyphs into some rows of an A8 surface.
struct StampTarget {
  let surface: Surface
  let rows: Range<Int>

  /// Glyphs of one run with `value` as their ink; `origin` in the units of `matrix`.
  func draw(
    _ glyphs: [Glyph], _ font: ScaledFont, _ origin: Point, _ value: UInt8,
    _ matrix: cairo_matrix_t
  ) throws(RenderingError) {
    for glyph in glyphs {
      let (x, y) = ((origin.x + glyph.offset.x).pt, (origin.y + glyph.offset.y).pt)
      let across = matrix.xx * x + matrix.xy * y + matrix.x0
      let down = matrix.yx * x + matrix.yy * y + matrix.y0
      guard across.magnitude < 1e6, down.magnitude < 1e6 else { continue }
      let stamp = try font.stamp(glyph.id)
      put(
        stamp, Int((across + 0.5).rounded(.down)), Int((down + 0.5).rounded(.down)), value)
    }
  }

  private func put(_ stamp: GlyphStamp, _ x: Int, _ y: Int, _ value: UInt8) {
    let (width, stride) = (surface.width, surface.stride)
    unsafe surface.withPixels { pixels in
      guard let pixels = pixels.baseAddress else { return }
      for span in stamp.spans {
        let row = y &+ Int(span.row)
        if !rows.contains(row) { continue }
        let start = max(x &+ Int(span.start), 0)
        let end = min(x &+ Int(span.start) &+ Int(span.count), width)
        if start < end { unsafe memset(pixels + row * stride + start, Int32(value), end - start) }
      }
    }
  }
}
