package import Diagnostics

/// A register that could not be opened, read or written.
package struct StoreError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  package enum Code: String, Sendable {
    /// The file cannot be opened or made.
    case unavailable
    /// Another program holds the register for too long.
    case busy
    /// The disk is full.
    case full
    /// Somebody else took the number, serial or key in between, or a live original exists already.
    case conflict
    /// The file is no register, is damaged, or is of a newer program.
    case damaged
  }

  /// The kind of failure, for code that reacts to it.
  package let code: Code
  /// What a person is told.
  package let message: Message
  /// What SQLite said; holds no values of records.
  package let cause: String?

  init(_ code: Code, _ path: String, cause: String? = nil) {
    self.code = code
    message = Wording.failure(code, path)
    self.cause = cause
  }

  /// The message in English, with the cause in parentheses when there is one.
  package var description: String {
    cause.map { "\(message.english) (\($0))" } ?? message.english
  }
}
