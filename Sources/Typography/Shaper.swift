package import Measures

/// Turns text into glyphs at places: shapes, wraps and fits it.
///
/// Holds a bounded cache of shaped paragraphs that all copies share; the results do not depend on it.
package struct Shaper: Sendable {
  let catalogue: FontCatalogue
  private let shaped = BoundedCache<TextKey, ShapedText>(capacity: 512)
  let breaks = BoundedCache<TextKey, LineBreaks>(capacity: 512)
  /// Longer paragraphs are shaped each time, so that the cache stays small.
  static let longestKept = 256

  /// A shaper with the faces of a catalogue and an empty cache.
  package init(catalogue: FontCatalogue) { self.catalogue = catalogue }

  /// Sets a text on one line of any width; a line end in it is drawn as a space.
  package func line(_ text: String, style: TextStyle) throws(MissingCharacters) -> ShapedLine {
    let set = SetText(
      try shape(text, style: style), size: style.size, fixedPitch: style.fixedPitch)
    let range = 0..<text.utf8.count
    return ShapedLine(
      source: text, runs: set.runs(range), width: set.width(range), size: style.size,
      fixedPitch: style.fixedPitch)
  }

  /// Wraps a text at a width; the lines' sources together are the text.
  ///
  /// Line ends of the text always hold. Spaces where a line breaks hang beyond the width. A word
  /// wider than the line is broken between characters.
  package func lines(
    _ text: String, style: TextStyle, width: Length
  ) throws(MissingCharacters) -> [ShapedLine] {
    try wrap(paragraphs(of: text, style: style), style: style, width: width).lines
  }

  func shape(_ text: String, style: TextStyle) throws(MissingCharacters) -> ShapedText {
    let orderKey = FontCatalogue.OrderKey(role: style.role, isBold: style.isBold)
    let order = catalogue.order(orderKey)
    guard text.utf8.count <= Self.longestKept else { return try ShapedText(text, order: order) }
    let key = TextKey(text: text, order: orderKey)
    if let kept = shaped[key] { return kept }
    let fresh = try ShapedText(text, order: order)
    shaped.insert(fresh, for: key)
    return fresh
  }
}
