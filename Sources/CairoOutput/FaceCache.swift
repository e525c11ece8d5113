import CCairo
import CFreeType
import DisplayList
import Measures

/// Cairo's view of the font faces, opened once and kept.
///
/// Keeping the scaled fonts saves about 5 ms for each document: Cairo forgets glyphs otherwise.
final class FaceCache {
  /// One face at one size as it lands on a device.
  private struct ScaledKey: Hashable {
    let face: FaceID
    let size: Length
    let rotation: Double
    let matrix: [Double]
  }

  /// Scaled fonts kept at most; text that shrinks to fit makes many sizes.
  private static let limit = 512

  private let open: (FaceID) throws(RenderingError) -> OpenedFace
  private var faces: [FaceID: CairoFace] = [:]
  private var scaled: [ScaledKey: ScaledFont] = [:]

  init(open: @escaping (FaceID) throws(RenderingError) -> OpenedFace) { self.open = open }

  /// The face at a size, turned counterclockwise, for the device of `matrix`; owned by the cache.
  func scaledFont(
    _ face: FaceID, size: Length, rotation: Double, matrix: cairo_matrix_t
  ) throws(RenderingError) -> OpaquePointer {
    let key = ScaledKey(
      face: face, size: size, rotation: rotation,
      matrix: [matrix.xx, matrix.xy, matrix.yx, matrix.yy])
    if let known = scaled[key] { return unsafe known.handle }
    if scaled.count >= Self.limit { scaled.removeAll() }
    let font = try ScaledFont(try cairoFace(face), id: face, size: size, matrix: matrix)
    scaled[key] = font
    return unsafe font.handle
  }

  private func cairoFace(_ id: FaceID) throws(RenderingError) -> CairoFace {
    if let known = faces[id] { return known }
    let made = try CairoFace(try open(id), id: id)
    faces[id] = made
    return made
  }
}

/// Owns Cairo's side of an opened face and keeps the face open.
@safe private final class CairoFace {
  let handle: OpaquePointer
  private let opened: OpenedFace

  init(_ opened: OpenedFace, id: FaceID) throws(RenderingError) {
    self.opened = opened
    guard
      let handle = unsafe cairo_ft_font_face_create_for_ft_face(
        FT_Face(opened.face), Int32(FT_LOAD_NO_HINTING)),
      unsafe cairo_font_face_status(handle) == CAIRO_STATUS_SUCCESS
    else { throw RenderingError(.font, Wording.font(id)) }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe cairo_font_face_destroy(handle) }
}

/// Owns a face at a size on a device.
@safe private final class ScaledFont {
  let handle: OpaquePointer
  private let face: CairoFace

  init(
    _ face: CairoFace, id: FaceID, size: Length, matrix: cairo_matrix_t
  ) throws(RenderingError) {
    self.face = face
    var fontMatrix = cairo_matrix_t(xx: size.pt, yx: 0, xy: 0, yy: size.pt, x0: 0, y0: 0)
    var deviceMatrix = matrix
    deviceMatrix.x0 = 0
    deviceMatrix.y0 = 0
    let options = unsafe cairo_font_options_create()
    defer { unsafe cairo_font_options_destroy(options) }
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    guard
      let handle = unsafe cairo_scaled_font_create(
        face.handle, &fontMatrix, &deviceMatrix, options),
      unsafe cairo_scaled_font_status(handle) == CAIRO_STATUS_SUCCESS
    else { throw RenderingError(.font, Wording.font(id)) }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe cairo_scaled_font_destroy(handle) }
}
