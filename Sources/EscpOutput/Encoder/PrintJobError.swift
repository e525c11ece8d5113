package import Diagnostics

/// Bytes that were not given out, because they do not say what was planned.
package struct PrintJobError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  package enum Code: String, Sendable {
    /// The bytes are no job of ours.
    case unreadable
    /// They put other marks on the paper.
    case otherMarks
    /// The feeds do not add up to the forms.
    case drift
  }

  /// The kind of failure, for callers that tell them apart.
  package let code: Code
  /// What a person is told, in both languages.
  package let message: Message

  init(_ code: Code, _ message: Message) {
    self.code = code
    self.message = message
  }

  /// The message in English.
  package var description: String { message.english }
}
