package import Measures

/// The name of a font face as `Fonts/fonts.yaml` gives it, such as `sans-regular`.
package struct FaceID: Hashable, Codable, Sendable, RawRepresentable {
  /// The name as the manifest writes it.
  package let rawValue: String
  /// A face's name from its text.
  package init(rawValue: String) { self.rawValue = rawValue }
  /// A face's name from its text, without a label.
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

/// One glyph of a run at a fixed place.
package struct Glyph: Hashable, Codable, Sendable {
  /// The glyph's index in the face.
  package let id: UInt32
  /// Offset from the text item's origin.
  package let offset: Point
  /// Where in the item's source text (UTF-8 offset) the characters of this glyph begin.
  package let cluster: Int

  /// A glyph from its index in the face and its place.
  package init(id: UInt32, offset: Point, cluster: Int) {
    self.id = id
    self.offset = offset
    self.cluster = cluster
  }
}

/// Glyphs of one face in the order of the source text.
package struct GlyphRun: Hashable, Codable, Sendable {
  /// The face whose glyphs these are.
  package let face: FaceID
  /// The glyphs in the order of the source text.
  package let glyphs: [Glyph]
  /// The UTF-8 range of the item's source text that this run shows.
  package let range: Range<Int>

  /// A run from its glyphs and the part of the source text that they show.
  package init(face: FaceID, glyphs: [Glyph], range: Range<Int>) {
    self.face = face
    self.glyphs = glyphs
    self.range = range
  }
}

/// One line of text on one baseline.
package struct TextItem: Hashable, Codable, Sendable {
  /// The text as the person wrote it, also what a reader copies out of the PDF.
  package var source: String
  /// The glyphs of the line, a new run wherever the face changes.
  package var runs: [GlyphRun]
  /// The left end of the baseline.
  package var origin: Point
  /// The advance of the whole line.
  package var width: Length
  /// The font size (em).
  package var size: Length
  /// The colour of the glyphs.
  package var ink: Ink
  /// Counterclockwise turn about the origin, in degrees.
  package var rotation: Double
  /// The certificate's field shown here, such as `exporter.name`; `nil` for the form's own words.
  package var field: String?
  /// The box of the form, such as `1` or `goods/7`; `nil` outside of any.
  package var box: String?
  /// The advance of every character where the device has one fixed pitch.
  package var fixedPitch: Length?

  /// A line of text from its glyphs, its place and its look.
  package init(
    source: String, runs: [GlyphRun], origin: Point, width: Length, size: Length,
    ink: Ink = .black, rotation: Double = 0, field: String? = nil, box: String? = nil,
    fixedPitch: Length? = nil
  ) {
    self.source = source
    self.runs = runs
    self.origin = origin
    self.width = width
    self.size = size
    self.ink = ink
    self.rotation = rotation
    self.field = field
    self.box = box
    self.fixedPitch = fixedPitch
  }
}
