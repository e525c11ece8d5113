package import Diagnostics

/// A kept seal that could not be opened, used or shown; its text holds nothing of the mark.
package struct SealKeepingError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  package enum Code: String, Sendable {
    /// The key is another one, or what is kept was altered or belongs to another seal.
    case unreadable
    /// The seal is not approved, so that it goes on no certificate.
    case notApproved = "not-approved"
    /// The seal was to stand at a place for another one.
    case wrongPlace = "wrong-place"
    /// The picture of it cannot be made.
    case picture
  }

  /// The kind of failure, for code that reacts to it.
  package let code: Code
  /// What a person is told.
  package let message: Message
  /// What another part of the program said, when it was the reason.
  package let cause: (any Error)?

  init(_ code: Code, _ id: String, cause: (any Error)? = nil) {
    self.code = code
    message = Wording.keeping(code, id)
    self.cause = cause
  }

  /// The message in English.
  package var description: String { message.english }
}
