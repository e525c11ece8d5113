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
  package var published: [UInt8] { Self.published(salt: salt, canonical: event.canonical) }

  static func published(salt: [UInt8], canonical: some Sequence<UInt8>) -> [UInt8] {
    Array(SHA256.hash(data: salt + canonical))
  }

  /// The line of the journal, with its line feed.
  package var line: [UInt8] {
    Array("\(index) \(Hex.encode(salt)) ".utf8) + event.canonical + [10]
  }

  /// Reads a line of the journal without its line feed; `nil` when it is none.
  package init?(line: some Collection<UInt8>) {
    guard let line = JournalLine(ArraySlice(line)) else { return nil }
    self.init(line)
  }

  /// Reads salt and event of a line; `nil` when they are none.
  init?(_ line: JournalLine) {
    guard let salt = line.salt, let event = LogEvent(canonical: Array(line.canonical)) else {
      return nil
    }
    self.init(index: line.index, salt: salt, event: event)
  }
}
