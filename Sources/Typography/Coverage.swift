import CHarfBuzz
import CICU

/// Which face shows which character.
enum Coverage {
  /// The index of the first face that has the whole character; `nil` when none has or when the
  /// character is none that can be set.
  static func face(for character: Character, order: [FontFace]) -> Int? {
    let scalars = character.unicodeScalars
    if scalars.contains(where: { $0.value >= 0x590 && op_is_right_to_left($0.value) }) {
      return nil
    }
    let wanted = scalars.filter { !isInvisible($0) }.map(shown)
    let composed = wanted.count > 1 ? composed(wanted) : wanted
    return order.firstIndex { face in
      let font = face.font
      return composed.allSatisfy { font.glyph(for: $0) != nil }
        || (composed.count != wanted.count && wanted.allSatisfy { font.glyph(for: $0) != nil })
    }
  }

  /// Letters joined with the accents after them, as HarfBuzz joins them when the face can.
  private static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let functions = unsafe hb_unicode_funcs_get_default()
    var result: [Unicode.Scalar] = []
    for scalar in scalars {
      var whole: hb_codepoint_t = 0
      if let last = result.last,
        unsafe hb_unicode_compose(functions, last.value, scalar.value, &whole) != 0,
        let letter = Unicode.Scalar(whole)
      {
        result[result.count - 1] = letter
      } else {
        result.append(scalar)
      }
    }
    return result
  }

  /// What is looked up and drawn for a character: tabs and line ends are blank like a space.
  static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar == "\t" || isLineEnd(scalar) ? " " : scalar
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0a...0x0d, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Characters that HarfBuzz hides, such as joiners and variation selectors.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xad && scalar.properties.isDefaultIgnorableCodePoint
  }

  /// How many cells a character takes where the pitch is fixed.
  ///
  /// Characters that UAX 11 calls ambiguous are wide when their glyph is.
  static func cells(_ scalar: Unicode.Scalar, hasWideGlyph: Bool) -> Int {
    switch op_east_asian_width(shown(scalar).value) {
    case OP_WIDTH_WIDE: 2
    case OP_WIDTH_AMBIGUOUS: hasWideGlyph ? 2 : 1
    default: 1
    }
  }
}
