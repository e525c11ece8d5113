/// How much of a text went into its box.
package enum Fit: Hashable, Sendable {
  /// All of it.
  case whole(FittedText)
  /// As many lines as the box holds at the smallest size, perhaps none, and the text left over.
  case partial(FittedText, rest: String)
}
