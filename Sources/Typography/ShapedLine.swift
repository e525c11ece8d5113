package import DisplayList
package import Measures

/// One line of text, shaped and measured.
package struct ShapedLine: Hashable, Sendable {
  /// The characters of the line, with the spaces and the line end after them.
  package let source: String
  /// The glyphs of the line, a new run wherever the face changes.
  package let runs: [GlyphRun]
  /// The advance; in wrapped text without the spaces at the end, which hang.
  package let width: Length
  /// The font size (em).
  package let size: Length
  /// The advance of every character, two for a wide one; `nil` without one pitch.
  package let fixedPitch: Length?

  /// A line from its glyphs and measures.
  package init(
    source: String, runs: [GlyphRun], width: Length, size: Length, fixedPitch: Length? = nil
  ) {
    self.source = source
    self.runs = runs
    self.width = width
    self.size = size
    self.fixedPitch = fixedPitch
  }

  /// Whether nothing of the line can be seen.
  package var isBlank: Bool { source.allSatisfy(\.isWhitespace) }

  /// The line as a mark on a page, its baseline starting at a point; a line end is left out.
  package func item(
    at origin: Point, ink: Ink = .black, rotation: Double = 0, field: String? = nil,
    box: String? = nil
  ) -> TextItem {
    let isEnded = source.last?.isNewline == true && runs.last?.range.upperBound != source.utf8.count
    return TextItem(
      source: isEnded ? String(source.dropLast()) : source, runs: runs, origin: origin,
      width: width, size: size, ink: ink, rotation: rotation, field: field, box: box,
      fixedPitch: fixedPitch)
  }
}
