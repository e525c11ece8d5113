/// A place a printer takes paper from, and what lies in it.
package struct PaperSource: Hashable, Codable, Sendable {
  /// What lies in the tray.
  package enum Stock: String, CaseIterable, Codable, Sendable {
    /// Blank paper without numbers.
    case blank
    /// Preprinted forms, each with a stock number that is accounted for.
    case numbered
  }

  /// How the paper comes.
  package enum Feed: String, CaseIterable, Codable, Sendable {
    /// Sheet by sheet, each from its own top edge.
    case sheet
    /// In one strip: a form begins where the one before it ended, so that fractions of their length add up.
    case continuous
  }

  /// IPP `media-source` keyword, such as `tray-2` (PWG 5100.7 section 6.3).
  package let name: String
  /// What lies in it.
  package let stock: Stock
  /// How the paper comes.
  package let feed: Feed

  /// Whether the paper comes in one strip.
  package var isContinuous: Bool { feed == .continuous }

  /// A paper source from its keyword, its stock and its feed.
  package init(name: String, stock: Stock, feed: Feed = .sheet) {
    self.name = name
    self.stock = stock
    self.feed = feed
  }
}
