/// Ink that hangs together.
struct InkComponent: Sendable {
  /// Pixels from left to right, the last one excluded.
  private(set) var columns: Range<Int>
  /// Pixels from top to bottom, the last one excluded.
  private(set) var rows: Range<Int>
  /// The number of pixels.
  private(set) var area: Int
  /// The sum of the coverage, 255 for a full pixel.
  private(set) var weight: Int
  /// The largest coverage.
  private(set) var peak: UInt8

  /// A component at the place of a stretch, before it has taken in any.
  init(empty run: InkRun) {
    columns = run.columns
    rows = run.row..<(run.row + 1)
    area = 0
    weight = 0
    peak = 0
  }

  /// Takes in one more stretch.
  mutating func add(_ run: InkRun) {
    columns =
      min(
        columns.lowerBound, run.columns.lowerBound)..<max(
        columns.upperBound, run.columns.upperBound)
    rows = min(rows.lowerBound, run.row)..<max(rows.upperBound, run.row + 1)
    area += run.columns.count
    weight += run.weight
    peak = max(peak, run.peak)
  }

  /// Whether the boxes around two components come nearer than `gap` pixels.
  func isNear(_ other: InkComponent, gap: Int) -> Bool {
    columns.lowerBound - gap < other.columns.upperBound
      && other.columns.lowerBound - gap < columns.upperBound
      && rows.lowerBound - gap < other.rows.upperBound
      && other.rows.lowerBound - gap < rows.upperBound
  }
}
