package import Measures

/// Lines of text at one size, to be put into a box.
package struct FittedText: Hashable, Sendable {
  /// The lines from top to bottom.
  package let lines: [ShapedLine]
  /// The font size (em) of all lines.
  package let size: Length
  /// The distance of baselines.
  package let pitch: Length
  /// The first baseline below the top.
  package let ascent: Length
  /// From the top to the foot of the last line that is not blank.
  package let height: Length

  /// Fitted text from its lines and their measures.
  package init(
    lines: [ShapedLine], size: Length, pitch: Length, ascent: Length, height: Length
  ) {
    self.lines = lines
    self.size = size
    self.pitch = pitch
    self.ascent = ascent
    self.height = height
  }
}
