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
