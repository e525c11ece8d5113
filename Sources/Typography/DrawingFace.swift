import CFreeType

/// Owns an FT_Face and the bytes below it.
///
/// Unchecked because the pointer is only reached inside the lock of its ``FontFace``.
@safe
final class DrawingFace: @unchecked Sendable {
  let face: FT_Face
  private let bytes: FontBytes

  init(_ bytes: FontBytes, index: Int) {
    self.bytes = bytes
    unsafe face = bytes.withBytes { unsafe FreeTypeLibrary.shared.openFace($0, index: index) }
  }

  deinit { unsafe FreeTypeLibrary.shared.close(face) }
}
