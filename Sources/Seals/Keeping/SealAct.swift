/// Who did something to a kept seal, and when.
package struct SealAct: Hashable, Sendable {
  /// The person's id.
  package let by: String
  /// Seconds since 1970.
  package let at: Int

  /// An act from the person's id and the time in seconds since 1970.
  package init(by: String, at: Int) {
    self.by = by
    self.at = at
  }
}
