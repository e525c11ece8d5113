/// The text a pattern comes to for one certificate, and which field each stretch shows.
package struct BoundText: Hashable, Sendable {
  /// A stretch of the text that came from one field.
  package struct Span: Hashable, Sendable {
    /// UTF-8 offsets in the text.
    package let range: Range<Int>
    /// The path of the certificate's field, such as `goods[3].description`.
    package let field: String
  }

  /// The whole text.
  package private(set) var string = ""
  /// The stretches that came from fields, in order.
  package private(set) var spans: [Span] = []

  /// An empty text to append to.
  package init() {}

  /// A text that shows one field, or words of its own when `field` is `nil`.
  package init(_ words: String, field: String? = nil) { append(words, field: field) }

  /// Whether there is no text at all.
  package var isEmpty: Bool { string.isEmpty }

  /// Adds what a field shows, or words of its own when `field` is `nil`.
  package mutating func append(_ text: String, field: String? = nil) {
    let start = string.utf8.count
    string += text
    if let field, !text.isEmpty {
      spans.append(Span(range: start..<string.utf8.count, field: field))
    }
  }

  /// Adds another text with its stretches.
  package mutating func append(_ other: BoundText) {
    let shift = string.utf8.count
    string += other.string
    spans += other.spans.map {
      Span(range: ($0.range.lowerBound + shift)..<($0.range.upperBound + shift), field: $0.field)
    }
  }

  /// The fields that a stretch of the text shows, joined by commas; `nil` when none.
  package func fields(in range: Range<Int>) -> String? {
    var names: [String] = []
    for span in spans where span.range.overlaps(range) && !names.contains(span.field) {
      names.append(span.field)
    }
    return names.isEmpty ? nil : names.joined(separator: ",")
  }
}
