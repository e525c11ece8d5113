/// What counting a drawer or tray says about the register.
package struct StockCount: Hashable, Sendable {
  /// The register has them there, nobody counted them.
  package let missing: [StockNumber]
  /// They were counted there, the register has them elsewhere and knows where.
  package let misplaced: [StockSheet]
  /// They were counted, the register does not know them.
  package let unknown: [StockNumber]

  /// Compares what was counted at a place with all sheets of the series.
  ///
  /// - Parameters:
  ///   - counted: the numbers that are there.
  ///   - sheets: all sheets of the series.
  ///   - isThere: whether the register has a sheet at the place.
  package init(
    counted: Set<StockNumber>, among sheets: [StockSheet], where isThere: (StockSheet) -> Bool
  ) {
    let known = Set(sheets.map(\.number))
    missing = sheets.filter { isThere($0) && !counted.contains($0.number) }.map(\.number).sorted()
    misplaced = sheets.filter { !isThere($0) && counted.contains($0.number) }
      .sorted { $0.number < $1.number }
    unknown = counted.subtracting(known).sorted()
  }

  /// Whether place and register agree.
  package var agrees: Bool { missing.isEmpty && misplaced.isEmpty && unknown.isEmpty }
}
