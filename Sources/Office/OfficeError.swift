package import Diagnostics

/// A use case that failed for something outside: a key, a file, the log.
package struct OfficeError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  package enum Code: String, Sendable {
    /// The data folder has no keys yet.
    case noKeys = "no-keys"
    /// The keys' password is missing or wrong.
    case password
    /// Keys are to be made where there are some.
    case keysExist = "keys-exist"
    /// A file of keys is damaged or was altered.
    case keysDamaged = "keys-damaged"
    /// A key or certificate that site.yaml names is missing.
    case keyFile = "key-file"
    /// Keys, their public halves and the site do not belong together.
    case keysDiffer = "keys-differ"
    /// No key may sign records of that day.
    case noServingKey = "no-serving-key"
    /// The signature's level asks for a time-stamping authority, and none is named.
    case noTimestamps = "no-timestamps"
    /// A demonstration authority could not be made or used.
    case demonstration
    /// A kept file is missing or is not the one that was kept.
    case keptFile = "kept-file"
    /// A file of the data folder cannot be written.
    case unwritable
    /// The log does not prove what was just appended to it.
    case notLogged = "not-logged"
  }

  /// The kind of failure, for code that reacts to it.
  package let code: Code
  /// What a person is told.
  package let message: Message

  init(_ code: Code, _ message: Message) {
    self.code = code
    self.message = message
  }

  /// The message in English.
  package var description: String { message.english }
}
