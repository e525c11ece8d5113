/// A picture of whole dots and the place of its first one, in units of 1/360 inch.
struct PlacedDots {
  let grid: DotGrid
  let left: Int
  let top: Int

  /// A band with its place in units of 1/360 inch.
  typealias Band = (y: Int, mark: PlanMark)

  /// The passes over the picture, of 24 rows each, of which the first begins so many rows above it.
  func bands(lead: Int = 0) -> [Band] {
    stride(from: -lead, to: grid.rows, by: PlanUnit.pins).compactMap { row in
      grid.band(from: row).map { blank, columns in
        (
          top + row * PlanUnit.perDot,
          PlanMark(x: left + blank * PlanUnit.perDot, strike: .image(columns))
        )
      }
    }
  }
}
