import DisplayList

/// The ink that belongs to the mark: specks and what stands apart are gone (sealing.md §5.2, step 5).
struct Components: Sendable {
  let scan: Scan
  let vector: InkVector
  /// The coverage of the mark's own ink, for the whole scan.
  let coverage: [UInt8]
  /// The box around the mark in pixels.
  let columns: Range<Int>
  /// The box around the mark in pixels.
  let rows: Range<Int>
  /// The sum of the coverage, 255 for a full pixel.
  let weight: Int
  /// Ink of the same colour that stands apart from the mark, as a part of its weight.
  let othersPart: Double
  /// The average width of the strokes in pixels.
  let strokeWidth: Double

  /// Whether the mark comes so near to the scan's border that some of it may be missing.
  var isClipped: Bool {
    let room = Int(scan.pixels(mm: 0.2))
    return columns.lowerBound <= room || rows.lowerBound <= room
      || columns.upperBound >= scan.width - room || rows.upperBound >= scan.height - room
  }

  /// Sorts the ink of a scan; `nil` when nothing but specks is there.
  init?(_ unmixed: Unmixed, kind: SealKind) {
    let scan = unmixed.scan
    let runs = InkRun.all(in: unmixed.coverage, width: scan.width)
    let sorting = ComponentSorting(runs, scan: scan, gap: kind.isHandwritten ? 8 : 2)
    guard let mark = sorting.mark else { return nil }
    self.scan = scan
    vector = unmixed.vector
    var coverage = [UInt8](repeating: 0, count: unmixed.coverage.count)
    for run in runs where sorting.isKept(run) {
      let start = run.row * scan.width
      for pixel in (start + run.columns.lowerBound)..<(start + run.columns.upperBound) {
        coverage[pixel] = unmixed.coverage[pixel]
      }
    }
    self.coverage = coverage
    columns = mark.columns
    rows = mark.rows
    weight = mark.weight
    othersPart = Double(sorting.othersWeight) / Double(max(mark.weight, 1))
    strokeWidth = Self.strokeWidth(coverage, scan.width, columns, rows)
  }

  /// Twice the area over the length of the edges; steps of pixels are 4/π longer than edges.
  private static func strokeWidth(
    _ coverage: [UInt8], _ width: Int, _ columns: Range<Int>, _ rows: Range<Int>
  ) -> Double {
    var (area, steps) = (0, 0)
    coverage.withUnsafeBufferPointer { coverage in
      for row in rows where row > 0 {
        for column in columns where column > 0 {
          let pixel = row &* width &+ column
          let isInk = coverage[pixel] >= 128
          if isInk { area &+= 1 }
          if isInk != (coverage[pixel &- 1] >= 128) { steps &+= 1 }
          if isInk != (coverage[pixel &- width] >= 128) { steps &+= 1 }
        }
      }
    }
    return steps == 0 ? 0 : 2 * Double(area) / (Double(steps) * .pi / 4)
  }
}
