package import Diagnostics

/// Why bytes are no job that this house sends.
package struct ReadingFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of fault it is.
  package enum Code: String, Sendable {
    /// Bytes that no command of ours begins with.
    case unknownCommand
    /// The bytes end inside a command.
    case cutShort
    /// A parameter that the command does not take.
    case badValue
    /// A character beyond ASCII while Chinese mode may be on.
    case chineseMode
    /// A way up or to the left.
    case backwards
    /// Paper or head would leave the form.
    case beyondForm
  }

  /// The kind of fault, for callers that tell them apart.
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
