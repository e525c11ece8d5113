import CCairo
import DisplayList
import Foundation

/// The mask of a seal as a surface, painted so that what is below stays to be seen.
final class DecodedMask {
  private let surface: Surface

  init(_ mask: InkMask) throws(RenderingError) {
    surface = try Surface.image(CAIRO_FORMAT_A8, width: mask.width, height: mask.height)
    let (width, height, stride) = (mask.width, mask.height, surface.stride)
    unsafe surface.withPixels { pixels in
      unsafe mask.coverage.withUnsafeBytes { bytes in
        for row in 0..<height {
          let line = unsafe UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(pixels)[(row * stride)..<(row * stride + width)]
          )
          unsafe line.copyMemory(
            from: UnsafeRawBufferPointer(rebasing: bytes[(row * width)..<((row + 1) * width)]))
        }
      }
    }
  }

  /// Multiplies the colours below with the ink over the unit square.
  func multiply(_ ink: Ink, on pen: Pen, filter: cairo_filter_t) {
    _ = InkTarget.colour.select(ink, on: pen)
    unsafe cairo_set_operator(pen.cairo, CAIRO_OPERATOR_MULTIPLY)
    paint(on: pen, filter)
  }

  /// Adds the ink to an A8 surface over the unit square: the lightnesses multiply there too, for
  /// 1 - (1 - a)(1 - b) is what OVER makes of two amounts.
  func addInk(amount: Double, on pen: Pen) {
    unsafe cairo_set_operator(pen.cairo, CAIRO_OPERATOR_OVER)
    unsafe cairo_set_source_rgba(pen.cairo, 0, 0, 0, amount)
    paint(on: pen, CAIRO_FILTER_GOOD)
  }

  private func paint(on pen: Pen, _ filter: cairo_filter_t) {
    let pattern = unsafe cairo_pattern_create_for_surface(surface.handle)
    defer { unsafe cairo_pattern_destroy(pattern) }
    var matrix = cairo_matrix_t()
    unsafe cairo_matrix_init_scale(&matrix, Double(surface.width), Double(surface.height))
    unsafe cairo_pattern_set_matrix(pattern, &matrix)
    unsafe cairo_pattern_set_filter(pattern, filter)
    unsafe cairo_mask(pen.cairo, pattern)
  }
}
