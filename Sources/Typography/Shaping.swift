import CHarfBuzz

/// Calls HarfBuzz for one span.
enum Shaping {
  /// Kerning yes; no ligatures, so that each character keeps a glyph of its own.
  private static let features: [hb_feature_t] = ["liga", "clig"].map {
    (name: String) in
    hb_feature_t(tag: unsafe hb_tag_from_string(name, 4), value: 0, start: 0, end: UInt32.max)
  }

  static func append(_ span: FaceSpan, face: ShapingFont, to items: inout [ShapedText.Item]) {
    let buffer = unsafe hb_buffer_create()
    defer { unsafe hb_buffer_destroy(buffer) }
    for (scalar, offset) in span.scalars {
      unsafe hb_buffer_add(buffer, Coverage.shown(scalar).value, UInt32(offset))
    }
    unsafe hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE)
    unsafe hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    unsafe hb_buffer_set_language(buffer, hb_language_from_string("zh-hans", -1))
    unsafe hb_buffer_guess_segment_properties(buffer)
    unsafe hb_shape(face.font, buffer, features, UInt32(features.count))
    var count: UInt32 = 0
    guard let infos = unsafe hb_buffer_get_glyph_infos(buffer, &count),
      let positions = unsafe hb_buffer_get_glyph_positions(buffer, &count)
    else { return }
    for index in 0..<Int(count) {
      let info = unsafe infos[index]
      let position = unsafe positions[index]
      items.append(
        ShapedText.Item(
          id: info.codepoint, face: Int32(span.face), advance: position.x_advance,
          dx: position.x_offset, dy: position.y_offset, cluster: Int32(info.cluster)))
    }
  }
}
