import Crypto

/// An event at its place in the log, with the salt that keeps its contents from being guessed.
package struct LogEntry: Hashable, Sendable {
  /// Its place, from 0.
  package let index: Int
  /// 32 random bytes; who holds them and the event can prove it, others learn nothing.
  package let salt: [UInt8]
  /// What happened.
  package let event: LogEvent

  /// Bytes of a salt.
  package static let saltLength = 32

  /// An entry from its parts.
  package init(index: Int, salt: [UInt8], event: LogEvent) {
    precondition(salt.count == Self.saltLength, "a salt has 32 bytes")
    self.index = index
    self.salt = salt
    self.event = event
  }

  /// What the log publishes of it: SHA-256 over salt and canonical event.
  package var published: [UInt8] { Array(SHA256.hash(data: salt + event.canonical)) }

  /// The line of the journal, with its line feed.
  package var line: [UInt8] {
    Array("\(index) \(Hex.encode(salt)) ".utf8) + event.canonical + [10]
  }

  /// Reads a line of the journal without its line feed; `nil` when it is none.
  package init?(line: some Collection<UInt8>) {
    let parts = line.split(separator: 32, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let text = String(validating: parts[0], as: UTF8.self),
      let index = Int(text), index >= 0, String(index) == text,
      let hex = String(validating: parts[1], as: UTF8.self), let salt = Hex.decode(hex),
      salt.count == Self.saltLength, let event = LogEvent(canonical: Array(parts[2]))
    else { return nil }
    self.init(index: index, salt: salt, event: event)
  }
}
