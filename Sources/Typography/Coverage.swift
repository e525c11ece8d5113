import CICU

/// Which face shows which character.
enum Coverage {
  /// The index of the first face that has the whole character; `nil` when none has, or when the
  /// character is written right to left, which this module does not set.
  static func face(for character: Character, order: [FontFace]) -> Int? {
    let scalars = character.unicodeScalars
    if scalars.contains(where: { $0.value >= 0x590 && op_is_right_to_left($0.value) }) {
      return nil
    }
    return order.firstIndex { face in
      let font = face.font
      return scalars.allSatisfy { isInvisible($0) || font.glyph(for: shown($0)) != nil }
    }
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
