import CCairo  // its headers take in FreeType's
import CFreeType
import CairoOutput
import DisplayList
import Measures

/// Faces of the Debian packages, opened by path, and the plainest way to set text in them: one glyph
/// a character, side by side.
final class TestFonts {
  static let sans = FaceID("sans")
  static let mono = FaceID("mono")
  static let chinese = FaceID("chinese")
  static let rare = FaceID("rare")

  private static let files: [FaceID: (path: String, index: Int)] = [
    sans: ("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf", 0),
    mono: ("/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf", 0),
    chinese: ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
    rare: ("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf", 0),
  ]

  private let library: FT_Library?
  private var faces: [FaceID: FT_Face] = [:]

  init() {
    var library: FT_Library?
    precondition(FT_Init_FreeType(&library) == 0, "FreeType starts")
    self.library = library
  }

  deinit {
    for face in faces.values { FT_Done_Face(face) }
    FT_Done_FreeType(library)
  }

  /// For the renderers.
  var opener: (FaceID) throws(RenderingError) -> OpenedFace {
    { id throws(RenderingError) in OpenedFace(owner: self, face: OpaquePointer(self.face(id))) }
  }

  func face(_ id: FaceID) -> FT_Face {
    if let known = faces[id] { return known }
    var face: FT_Face?
    guard let file = Self.files[id], FT_New_Face(library, file.path, file.index, &face) == 0,
      let face
    else { preconditionFailure("the font package of \(id.rawValue) is installed") }
    faces[id] = face
    return face
  }

  /// One line of text; Chinese goes to another face than the rest.
  func text(
    _ source: String, x: Double, y: Double, size: Double = 9, face: FaceID = sans,
    ink: Ink = .black, rotation: Double = 0, field: String? = nil, pitch: Length? = nil
  ) -> TextItem {
    var runs: [GlyphRun] = []
    var glyphs: [Glyph] = []
    var (start, offset, pen) = (0, 0, Length.zero)
    var current = face
    func close() {
      if !glyphs.isEmpty {
        runs.append(GlyphRun(face: current, glyphs: glyphs, range: start..<offset))
      }
      (glyphs, start) = ([], offset)
    }
    for scalar in source.unicodeScalars {
      let wanted = Self.face(for: scalar, else: face)
      if wanted != current { close() }
      current = wanted
      let (id, advance) = glyph(scalar, wanted, Length.pt(size))
      glyphs.append(Glyph(id: id, offset: Point(x: pen, y: .zero), cluster: offset))
      pen += pitch ?? advance
      offset += String(scalar).utf8.count
    }
    close()
    return TextItem(
      source: source, runs: runs, origin: Point(x: .mm(x), y: .mm(y)), width: pen, size: .pt(size),
      ink: ink, rotation: rotation, field: field, fixedPitch: pitch)
  }

  private static func face(for scalar: Unicode.Scalar, else face: FaceID) -> FaceID {
    switch scalar.value {
    case 0x2_0000...: rare
    case 0x2e80...: chinese
    default: face
    }
  }

  private func glyph(
    _ scalar: Unicode.Scalar, _ id: FaceID, _ size: Length
  ) -> (UInt32, Length) {
    let face = face(id)
    let index = FT_Get_Char_Index(face, FT_ULong(scalar.value))
    precondition(index != 0, "the face has the character")
    FT_Load_Glyph(face, index, FT_Int32(FT_LOAD_NO_SCALE))
    let advance = Double(face.pointee.glyph.pointee.metrics.horiAdvance)
    return (index, size.scaled(by: advance / Double(face.pointee.units_per_EM)))
  }
}
