package import Diagnostics

/// A record, key list, note or log that could not be made or read.
package struct CredentialError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  package enum Code: String, Sendable {
    case noNumber
    case noRecord
    case badKey
    case badNote
    case notSigned
    case badTile
    case badJournal
    case noEntry
    case diskFailed
    case treeDiffers
    case badProof
  }

  /// The kind of failure, for code that reacts to it.
  package let code: Code
  /// What went wrong, for a person.
  package let message: Message

  init(_ code: Code, _ detail: String = "") {
    self.code = code
    message = Wording.failure(code, detail)
  }

  /// Whether the log was read and does not hold what was asked, as opposed to not being readable.
  package var isAboutContents: Bool { code != .diskFailed }

  /// The message in English.
  package var description: String { message.english }
}
