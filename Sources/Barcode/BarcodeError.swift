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

  package let code: Code
  package let message: Message

  init(_ code: Code, _ message: Message) {
    self.code = code
    self.message = message
  }

  package var description: String { message.english }
}
