/// Which status words an output carries; nothing leaves the typesetter without a marking.
package struct Marking: Hashable, Sendable {
  /// The words, in each of the layout's status places.
  package let words: String

  private init(words: String) { self.words = words }

  /// A preview: not a valid certificate (S3-34).
  package static let draft = Marking(words: "非有效证书")
  /// A sample of the form.
  package static let specimen = Marking(words: "样张 SPECIMEN")

  /// The marking of a demonstration site, whose every output is also a sample.
  package var onDemonstrationSite: Marking {
    words.contains("样张") ? self : Marking(words: words + " 样张")
  }
}
