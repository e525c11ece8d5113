import CHarfBuzz
import DisplayList

/// One paragraph shaped in font units; set at any size without shaping it again.
final class ShapedText: Sendable {
  /// One glyph; lengths in units of its face.
  struct Item: Sendable {
    let id: UInt32
    /// The index of the face in the order it was shaped with.
    let face: Int32
    let advance: Int32
    let dx: Int32
    let dy: Int32
    /// UTF-8 offset of the first character it shows.
    let cluster: Int32
  }

  let text: String
  /// The glyphs in the order of the text: offsets never fall.
  let items: [Item]
  let order: [FontFace]

  /// Shapes a text in the first face of the order that has each character.
  init(_ text: String, order: [FontFace]) throws(MissingCharacters) {
    self.text = text
    self.order = order
    var items: [Item] = []
    items.reserveCapacity(text.utf8.count)
    for span in try FaceSpan.spans(of: text, order: order) {
      Shaping.append(span, face: order[span.face].font, to: &items)
    }
    self.items = items
  }

  func face(of item: Item) -> FontFace { order[Int(item.face)] }
}

/// A stretch of text in one face.
struct FaceSpan {
  let face: Int
  /// The characters with their UTF-8 offsets.
  var scalars: [(scalar: Unicode.Scalar, offset: Int)]

  /// Splits a text wherever the face changes; a character with its marks stays in one face.
  static func spans(of text: String, order: [FontFace]) throws(MissingCharacters) -> [FaceSpan] {
    var spans: [FaceSpan] = []
    var missing: [Character] = []
    var offset = 0
    for character in text {
      let scalars = character.unicodeScalars
      if let face = Coverage.face(for: character, order: order) {
        if spans.last?.face != face { spans.append(FaceSpan(face: face, scalars: [])) }
        for scalar in scalars {
          spans[spans.count - 1].scalars.append((scalar, offset))
          offset += UTF8.width(scalar)
        }
      } else {
        if !missing.contains(character) { missing.append(character) }
        offset += character.utf8.count
      }
    }
    guard missing.isEmpty else { throw MissingCharacters(characters: missing) }
    return spans
  }
}

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
