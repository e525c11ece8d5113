package import Diagnostics

/// A page that could not be turned into a file; its text holds no contents of the certificate.
package struct RenderingError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  package enum Code: String, Sendable {
    /// A picture is damaged, too large, or not what it says it is.
    case picture
    /// A font face is missing or cannot be used.
    case font
    /// The pages contradict themselves, such as glyphs that do not follow their text.
    case page
    /// A drawing library failed, most often for lack of memory.
    case drawing
    /// A value asked for is out of range, such as the resolution.
    case request
  }

  /// The kind of failure, for callers that tell them apart.
  package let code: Code
  /// What a person is told, in both languages.
  package let message: Message
  /// What another part of the program said, when it was the reason.
  package let cause: (any Error)?

  init(_ code: Code, _ message: Message, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  /// The message in English.
  package var description: String { message.english }
}
