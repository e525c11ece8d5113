/// Writes a text as one YAML value.
package enum YAMLScalar {
  /// The text as it is where nothing else can be read from it, else in quotes (YAML 1.2.2, 7.3).
  package static func text(_ text: String) -> String {
    isPlain(text) ? text : JSONWriter.text(.text(text), pretty: false)
  }

  /// Starts with a letter, has nothing that means something to YAML, and is none of its words.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isLetter(first), text.last != " " else {
      return false
    }
    guard !words.contains(text.lowercased()) else { return false }
    return text.unicodeScalars.allSatisfy { isLetter($0) || plain.contains($0) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static let plain = Set(" -_./;()+0123456789'".unicodeScalars)
  private static let words: Set = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
}
