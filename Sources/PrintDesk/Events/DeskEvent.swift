/// A change with its place in the order of all: what another system follows the desk by.
package struct DeskEvent: Hashable, Sendable {
  /// Its place, from 1, without gaps.
  package let ordinal: Int
  /// When it was written, in seconds since 1970 by the machine's clock.
  package let at: Int
  /// What changed.
  package let change: DeskChange

  /// An event as a store keeps it.
  package init(ordinal: Int, at: Int, change: DeskChange) {
    self.ordinal = ordinal
    self.at = at
    self.change = change
  }
}
