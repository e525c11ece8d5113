/// Who did something, and when.
package struct Act: Hashable, Sendable {
  /// The operator's id; identity is asserted by a PIN, not proven.
  package let by: String
  /// When, in seconds since 1970.
  package let at: Int

  /// An act of a person.
  package init(by person: String, at moment: Int) {
    by = person
    at = moment
  }
}
