import CHarfBuzz

/// A face as HarfBuzz reads it, in font units.
///
/// Unchecked because HarfBuzz objects made immutable may be read by all tasks at once.
@safe
final class ShapingFont: @unchecked Sendable {
  let bytes: FontBytes
  let face: OpaquePointer
  let font: OpaquePointer
  let unitsPerEm: Int
  let ascent: Int
  let descent: Int

  init(_ bytes: FontBytes, index: Int) {
    self.bytes = bytes
    unsafe face = Self.openFace(bytes, index: index)
    unsafe font = unsafe hb_font_create(face)
    unsafe hb_font_make_immutable(font)
    unitsPerEm = Int(unsafe hb_face_get_upem(face))
    var extents = hb_font_extents_t()
    _ = unsafe hb_font_get_h_extents(font, &extents)
    ascent = Int(extents.ascender)
    descent = -Int(extents.descender)
  }

  deinit {
    unsafe hb_font_destroy(font)
    unsafe hb_face_destroy(face)
  }

  /// A HarfBuzz face over the bytes, which must outlive it; the caller destroys it.
  static func openFace(_ bytes: FontBytes, index: Int) -> OpaquePointer {
    let blob = unsafe bytes.withBytes { memory in
      unsafe hb_blob_create(
        memory.bindMemory(to: CChar.self).baseAddress, UInt32(memory.count),
        HB_MEMORY_MODE_READONLY, nil, nil)
    }
    defer { unsafe hb_blob_destroy(blob) }
    guard let face = unsafe hb_face_create(blob, UInt32(index)) else {
      preconditionFailure("HarfBuzz returns no face")
    }
    unsafe hb_face_make_immutable(face)
    return unsafe face
  }

  /// The glyph of a character by the face's own table; `nil` when it has none.
  func glyph(for scalar: Unicode.Scalar) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    return unsafe hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 ? glyph : nil
  }

  /// The PostScript name of the face.
  var postScriptName: String {
    var length: UInt32 = 128
    var name = [CChar](repeating: 0, count: 128)
    _ = unsafe hb_ot_name_get_utf8(
      face, hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME), hb_language_from_string("en", -1),
      &length, &name)
    return String(decoding: name.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
