package import Foundation

/// Why the goods count as originating.
package struct OriginCriterion: Hashable, Sendable {
  /// The form's code, such as `WO`, `PSR` or `RVC`.
  package var code: String
  /// The value content in percent where the code asks for one.
  package var percent: Decimal?
  /// Additional codes such as `ACU`, `DMI`.
  package var additions: [String]

  /// A criterion from its code and what stands with it.
  package init(code: String, percent: Decimal? = nil, additions: [String] = []) {
    self.code = code
    self.percent = percent
    self.additions = additions
  }
}
