/// The stream of changes, which only grows: each is written in the unit of work that makes it, so that
/// whoever follows it misses none and hears of none that did not happen.
package protocol EventRepository {
  /// Adds a change behind all others.
  func append(_ change: DeskChange) throws
  /// The events behind a place, in order; 0 for those from the first on.
  func events(after ordinal: Int, limit: Int) throws -> [DeskEvent]
}
