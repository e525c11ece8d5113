/// Something that one pass of the head puts on the paper.
package struct PlanMark: Hashable, Sendable {
  /// What the head does.
  package enum Strike: Hashable, Sendable {
    /// Characters of the resident font, each so many units of 1/360 inch wide.
    case text(String, pitch: Int)
    /// A bit image of 24 rows, 180 dots per inch both ways.
    case image(DotColumns)
  }

  /// The left edge in units of 1/360 inch from the left edge of the paper.
  package let x: Int
  /// What the head does there.
  package let strike: Strike

  /// A mark at its place.
  package init(x: Int, strike: Strike) {
    self.x = x
    self.strike = strike
  }

  /// The place behind the mark, where the head stands afterwards.
  package var end: Int {
    switch strike {
    case .text(let text, let pitch): x + text.count * pitch
    case .image(let columns): x + columns.count * PlanUnit.perDot
    }
  }
}
