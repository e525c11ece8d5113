package import Measures

/// The font of a printer that has a few pitches and one height.
package struct ResidentFont: Hashable, Sendable {
  /// The pitches a text may take, from wide to narrow; the first one as long as it fits.
  package let pitches: [Length]
  /// The height above the baseline.
  package let ascent: Length
  /// The depth below the baseline.
  package let descent: Length
  /// The distance of baselines.
  package let lineSpacing: Length

  /// A font from its pitches, at least one, and its line.
  package init(pitches: [Length], ascent: Length, descent: Length, lineSpacing: Length) {
    precondition(!pitches.isEmpty, "a resident font has a pitch")
    self.pitches = pitches
    self.ascent = ascent
    self.descent = descent
    self.lineSpacing = lineSpacing
  }
}

extension TextStyle {
  /// The same style at another pitch, drawn as large as a typewriter face advances by it.
  package func at(pitch: Length) -> TextStyle {
    var style = self
    style.fixedPitch = pitch
    style.size = pitch.scaled(by: 1 / Self.typewriterAdvance)
    return style
  }

  /// The advance of the typewriter faces as a part of their size.
  private static let typewriterAdvance = 0.6
}
