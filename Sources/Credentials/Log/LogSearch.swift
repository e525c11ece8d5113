import Notation

/// What is looked for in a log, from its end back, and where the search gives up.
package struct LogSearch: Sendable {
  /// The oldest entries that are looked at.
  package enum Bound: Sendable {
    /// The entry with this index and later ones.
    case index(Int)
    /// Entries until one is from before this time, in seconds since 1970.
    case time(Int)
  }

  private let kind: LogEvent.Kind
  private let name: String
  private let value: String
  private let bound: Bound

  /// A search for events of a kind with a certain detail.
  package init(
    _ kind: LogEvent.Kind, where name: String, is value: String, since bound: Bound
  ) {
    self.kind = kind
    self.name = name
    self.value = value
    self.bound = bound
  }

  /// The detail as it stands in a canonical text: lines without it need not be read.
  var trace: [UInt8] {
    let member: JSONValue = .object([JSONMember(name, .text(value))])
    return Array(JSONWriter.bytes(member, pretty: false).dropFirst().dropLast())
  }

  /// Whether an event is one of those.
  func fits(_ event: LogEvent) -> Bool { event.kind == kind && event.details[name] == value }

  /// Whether a line is not older than what is looked at.
  ///
  /// - Throws: ``CredentialError`` when the line does not say when it was written.
  func reaches(_ line: JournalLine) throws(CredentialError) -> Bool {
    switch bound {
    case .index(let index): return line.index >= index
    case .time(let time):
      guard let own = line.time else { throw CredentialError(.badJournal, "entry \(line.index)") }
      return own >= time
    }
  }
}
