import Diagnostics
import Notation

/// What a column does with pictures of shipping marks: `pictures: true`, `false` or `text` with
/// `picture-words`.
package enum MarkPictures: Hashable, Sendable {
  case hidden
  case drawn
  /// Words stand in their place, such as `IMAGE OR SYMBOL (I/S)` (forms.md 1.5).
  case words(String)

  /// Reads the members of a column; `nil` after reporting what is wrong.
  init?(_ reader: ObjectReader) {
    let words: String? = reader.optional("picture-words")
    switch (reader.node("pictures")?.value, words) {
    case (nil, nil), (.bool(false), nil): self = .hidden
    case (.bool(true), nil): self = .drawn
    case (.text("text"), let words?) where !words.isEmpty: self = .words(words)
    default:
      reader.findings.error(at: reader.place(of: "pictures"), Wording.picturesOrWords)
      return nil
    }
  }
}
