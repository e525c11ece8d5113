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
    let matrix: SIMD4<Double>
    let isCrisp: Bool
  }

  /// Scaled fonts kept at most; text that shrinks to fit makes many sizes.
  private static let limit = 512

  private let open: (FaceID) throws(RenderingError) -> OpenedFace
  private var faces: [FaceID: CairoFace] = [:]
  private var scaled: [ScaledKey: ScaledFont] = [:]

  init(open: @escaping (FaceID) throws(RenderingError) -> OpenedFace) { self.open = open }

  /// The face of a run for the device of `matrix`; `isCrisp` asks for glyphs without gray edges.
  func font(
    _ face: FaceID, _ item: TextItem, matrix: cairo_matrix_t, isCrisp: Bool = false
  ) throws(RenderingError) -> ScaledFont {
    let key = ScaledKey(
      face: face, size: item.size, rotation: item.rotation,
      matrix: SIMD4(matrix.xx, matrix.xy, matrix.yx, matrix.yy), isCrisp: isCrisp)
    if let known = scaled[key] { return known }
    if scaled.count >= Self.limit { scaled.removeAll() }
    let font = try ScaledFont(
      try cairoFace(face), id: face, size: item.size, matrix: matrix, isCrisp: isCrisp)
    scaled[key] = font
    return font
  }

  private func cairoFace(_ id: FaceID) throws(RenderingError) -> CairoFace {
    if let known = faces[id] { return known }
    let made = try CairoFace(try open(id), id: id)
    faces[id] = made
    return made
  }
}

/// Owns Cairo's side of an opened face and keeps the face open.
@safe final class CairoFace {
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
