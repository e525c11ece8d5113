/// Who made the goods, and what of it the form may show.
package struct Producer: Hashable, Sendable {
  /// What the producer box says; the wording of each depends on the form kind.
  package enum Disclosure: String, CaseIterable, Sendable {
    /// The parties are printed.
    case shown
    /// The exporter is the producer.
    case same
    /// Known to the issuing body but not printed (S2-83).
    case confidential
    /// The exporter does not know.
    case unknown
    /// Per item in the goods description.
    case perItem = "per-item"
  }

  /// What the producer box says.
  package var disclosure: Disclosure
  /// The producers.
  package var parties: [Party]

  /// A producer from what may be shown of it and its parties.
  package init(disclosure: Disclosure, parties: [Party] = []) {
    self.disclosure = disclosure
    self.parties = parties
  }
}
