package import Measures

/// How far a text may change to go into its box.
package struct FitPolicy: Hashable, Sendable {
  /// The smallest size; no effect when the style is smaller already.
  package var minimumSize: Length
  /// Whether long lines are wrapped; line ends of the text always hold.
  package var wraps: Bool

  /// A policy from the smallest size and whether lines wrap.
  package init(minimumSize: Length, wraps: Bool) {
    self.minimumSize = minimumSize
    self.wraps = wraps
  }
}
