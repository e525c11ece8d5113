import CCairo
import DisplayList
import Measures

/// Owns a face at a size on a device.
@safe final class ScaledFont {
  let handle: OpaquePointer
  private let face: CairoFace
  private let matrix: cairo_matrix_t
  private var stamps: [UInt32: GlyphStamp] = [:]

  init(
    _ face: CairoFace, id: FaceID, size: Length, matrix: cairo_matrix_t, isCrisp: Bool
  ) throws(RenderingError) {
    self.face = face
    var fontMatrix = cairo_matrix_t(xx: size.pt, yx: 0, xy: 0, yy: size.pt, x0: 0, y0: 0)
    var deviceMatrix = matrix
    deviceMatrix.x0 = 0
    deviceMatrix.y0 = 0
    self.matrix = deviceMatrix
    let options = unsafe cairo_font_options_create()
    defer { unsafe cairo_font_options_destroy(options) }
    unsafe cairo_font_options_set_antialias(
      options, isCrisp ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_GRAY)
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    guard
      let handle = unsafe cairo_scaled_font_create(
        face.handle, &fontMatrix, &deviceMatrix, options),
      unsafe cairo_scaled_font_status(handle) == CAIRO_STATUS_SUCCESS
    else { throw RenderingError(.font, Wording.font(id)) }
    unsafe self.handle = unsafe handle
  }

  /// The dots of a glyph, drawn when first asked for.
  func stamp(_ glyph: UInt32) throws(RenderingError) -> GlyphStamp {
    if let known = stamps[glyph] { return known }
    let made = unsafe try GlyphStamp(glyph, font: handle, matrix: matrix)
    stamps[glyph] = made
    return made
  }

  deinit { unsafe cairo_scaled_font_destroy(handle) }
}
