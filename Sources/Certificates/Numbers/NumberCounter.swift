/// What certificate numbers are counted by, from 1: each has a running number of its own (S3-27, X16).
package struct NumberCounter: Hashable, Sendable {
  /// The number profile, `ccpit` or `customs`.
  package let profile: String
  /// The year of the number, in full.
  package let year: Int
  /// The letters of the kind.
  package let letters: String
  /// The enterprise code or registration.
  package let holder: String
  /// The enterprise's own prefix, as it was set; empty without one.
  package let prefix: String

  /// A counter from everything that tells it from others.
  package init(profile: String, year: Int, letters: String, holder: String, prefix: String) {
    self.profile = profile
    self.year = year
    self.letters = letters
    self.holder = holder
    self.prefix = prefix
  }
}
