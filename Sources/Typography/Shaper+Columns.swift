package import Measures

extension Shaper {
  /// Wraps a text for a table column: as large as the style says, smaller only to keep words whole.
  ///
  /// A word that is too wide even at `minimumSize` is broken between characters at the style's size.
  ///
  /// - Returns: the lines and their size; the lines' sources together are the text.
  package func column(
    _ text: String, style: TextStyle, width: Length, minimumSize: Length
  ) throws(MissingCharacters) -> (lines: [ShapedLine], size: Length) {
    let paragraphs = try paragraphs(of: text, style: style)
    let natural = wrap(paragraphs, style: style, width: width)
    guard natural.breaksWords else { return (natural.lines, style.size) }
    if let resident = style.resident {
      let narrower = resident.pitches.dropFirst().lazy.map { pitch in
        self.wrap(paragraphs, style: style.at(pitch: pitch), width: width)
      }
      let whole = narrower.first { !$0.breaksWords } ?? natural
      return (whole.lines, style.size)
    }
    var smaller = style
    while smaller.size - Self.columnStep >= minimumSize {
      smaller.size -= Self.columnStep
      let wrapped = wrap(paragraphs, style: smaller, width: width)
      if !wrapped.breaksWords { return (wrapped.lines, smaller.size) }
    }
    return (natural.lines, style.size)
  }

  private static let columnStep = Length.pt(0.25)
}
