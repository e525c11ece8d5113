package import Diagnostics

/// A record, key list, note or log that could not be made or read.
package struct CredentialError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  package enum Code: String, Sendable {
    case noNumber = "no-number"
    case noRecord = "no-record"
    case badKey = "bad-key"
    case badNote = "bad-note"
    case notSigned = "not-signed"
    case badTile = "bad-tile"
    case badJournal = "bad-journal"
    case noEntry = "no-entry"
    case diskFailed = "disk-failed"
    case treeDiffers = "tree-differs"
    case badProof = "bad-proof"
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
