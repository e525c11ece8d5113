/// A place a printer takes paper from, and what lies in it.
package struct PaperSource: Hashable, Codable, Sendable {
  /// What lies in the tray.
  package enum Stock: String, CaseIterable, Codable, Sendable {
    /// Blank paper without numbers.
    case blank
    /// Preprinted forms, each with a stock number that is accounted for.
    case numbered
  }

  /// IPP `media-source` keyword, such as `tray-2` (PWG 5100.7 section 6.3).
  package let name: String
  /// What lies in it.
  package let stock: Stock

  /// A paper source from its keyword and its stock.
  package init(name: String, stock: Stock) {
    self.name = name
    self.stock = stock
  }
}
