/// A paragraph ready to be wrapped at any size and width.
struct Paragraph: Sendable {
  let shaped: ShapedText
  /// The line end after it, empty at the end of the text.
  let ending: String
}

/// Wrapped lines and how they came about.
struct Wrapped {
  var lines: [ShapedLine] = []
  /// Whether a word had to be broken.
  var breaksWords = false
}
