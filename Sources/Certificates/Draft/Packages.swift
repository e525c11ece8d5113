/// Number and kind of packages.
package struct Packages: Hashable, Sendable {
  /// How the count enters the description (S2-101).
  package enum Packing: String, CaseIterable, Sendable {
    /// Number and unit of packages, then the name.
    case counted
    /// 总包装: the name only.
    case total
    /// 散装: the name and IN BULK.
    case bulk
  }

  /// The number of packages; `nil` when not stated.
  package var count: Int?
  /// The kind of package, such as `CARTONS`.
  package var unit: String?
  /// How the count enters the description.
  package var packing: Packing

  /// Packages from their number and kind; every part may be left out.
  package init(count: Int? = nil, unit: String? = nil, packing: Packing = .counted) {
    self.count = count
    self.unit = unit
    self.packing = packing
  }
}
