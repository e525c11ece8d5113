package import Diagnostics

/// The fonts of this computer are not those of the font manifest.
package struct FontFailure: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  package enum Code: String, Sendable {
    /// A file is missing or cannot be read.
    case missing
    /// A file has other contents than the manifest says.
    case changed
  }

  /// The kind of failure, for code that reacts to it.
  package let code: Code
  /// One sentence that names the files and what to do.
  package let message: Message

  /// The message in English.
  package var description: String { message.english }
}
