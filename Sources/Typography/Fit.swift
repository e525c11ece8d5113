package import Measures

/// How far a text may change to go into its box.
package struct FitPolicy: Hashable, Sendable {
  /// The smallest size; no effect when the style is smaller already.
  package var minimumSize: Length
  /// Whether long lines are wrapped; line ends of the text always hold.
  package var wraps: Bool

  package init(minimumSize: Length, wraps: Bool) {
    self.minimumSize = minimumSize
    self.wraps = wraps
  }
}

/// Lines of text at one size, to be put into a box.
package struct FittedText: Hashable, Sendable {
  package let lines: [ShapedLine]
  /// The font size (em) of all lines.
  package let size: Length
  /// The distance of baselines.
  package let pitch: Length
  /// The first baseline below the top.
  package let ascent: Length
  /// From the top to the foot of the last line that is not blank.
  package let height: Length

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

/// How much of a text went into its box.
package enum Fit: Hashable, Sendable {
  /// All of it.
  case whole(FittedText)
  /// As many lines as the box holds at the smallest size, perhaps none, and the text left over.
  case partial(FittedText, rest: String)
}
