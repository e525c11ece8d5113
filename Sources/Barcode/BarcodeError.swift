package import Diagnostics

/// A code that could not be made.
package struct BarcodeError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  package enum Code: String, Sendable {
    case emptyText
    case nulCharacter
    case textTooLong
    case placeTooSmall
  }

  /// The kind of failure, for code that reacts to it.
  package let code: Code
  /// What went wrong, for a person.
  package let message: Message

  init(_ code: Code, _ message: Message) {
    self.code = code
    self.message = message
  }

  /// The message in English.
  package var description: String { message.english }
}
