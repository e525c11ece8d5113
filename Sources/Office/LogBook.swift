import Credentials

/// The log with clock and dice, for use inside units of work: what the log does not take is not done.
struct LogBook: Sendable {
  let log: LogFolder
  let surroundings: Surroundings

  /// Appends an event, now.
  ///
  /// - Throws: ``CredentialError`` when the disk does not take it; then it is not in the log.
  @discardableResult
  func record(
    _ kind: LogEvent.Kind, _ details: [String: String]
  ) throws(CredentialError) -> LogEntry {
    let event = LogEvent(kind, at: surroundings.now(), details)
    let entries = try log.append([event]) {
      Array(surroundings.random(LogEntry.saltLength))
    }
    return entries[0]
  }
}
