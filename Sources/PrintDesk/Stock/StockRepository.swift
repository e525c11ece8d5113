/// Where numbered stock is kept; used inside a unit of work.
package protocol StockRepository {
  /// The sheet of a number; `nil` when there is none.
  func sheet(_ number: StockNumber) throws -> StockSheet?
  /// All sheets of a series by number; of every series for `nil`.
  func sheets(series: String?) throws -> [StockSheet]
  /// The loaded sheet of a tray with the lowest number, which is taken next; `nil` for an empty tray.
  func top(of tray: Tray) throws -> StockSheet?
  /// How many sheets of a series are loaded in a tray.
  func loadedCount(of series: String, in tray: Tray) throws -> Int
  /// The sheets of a tray that belong to an output and are not decided, by number.
  func bound(in tray: Tray) throws -> [StockSheet]
  /// Adds sheets that came in.
  ///
  /// - Throws: also when a number is known already: ranges never overlap.
  func insert(_ sheets: [StockSheet]) throws
  /// Puts a known sheet's new state in place of the old one.
  ///
  /// - Throws: also when a sheet of an output gets a second number.
  func update(_ sheet: StockSheet) throws
}
