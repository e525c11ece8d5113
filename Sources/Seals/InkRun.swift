/// A stretch of ink in a row, with the component it belongs to.
struct InkRun: Sendable {
  let row: Int
  /// The first column and the one after the last.
  let columns: Range<Int>
  /// The sum of the coverage, 255 for a full pixel.
  let weight: Int
  /// The largest coverage.
  let peak: UInt8
  /// The index of the component.
  var component = 0

  /// The stretches of a mask, row by row, each with its component (8 neighbours).
  static func all(in mask: [UInt8], width: Int) -> [InkRun] {
    var runs: [InkRun] = []
    var sets = DisjointSets()
    mask.withUnsafeBufferPointer { mask in
      var above = 0..<0
      for row in 0..<(width == 0 ? 0 : mask.count / width) {
        let first = runs.count
        append(row: row, of: mask, width, to: &runs)
        for _ in first..<runs.count { sets.add() }
        join(runs, above, first..<runs.count, &sets)
        above = first..<runs.count
      }
    }
    for index in runs.indices { runs[index].component = sets.root(of: index) }
    return runs
  }

  private static func append(
    row: Int, of mask: UnsafeBufferPointer<UInt8>, _ width: Int, to runs: inout [InkRun]
  ) {
    var pixel = row &* width
    let end = pixel &+ width
    while pixel < end {
      if mask[pixel] == 0 {
        pixel &+= 1
        continue
      }
      let start = pixel
      var (weight, peak) = (0, UInt8(0))
      while pixel < end, mask[pixel] != 0 {
        weight &+= Int(mask[pixel])
        peak = max(peak, mask[pixel])
        pixel &+= 1
      }
      let left = row &* width
      runs.append(
        InkRun(row: row, columns: (start - left)..<(pixel - left), weight: weight, peak: peak))
    }
  }

  /// Joins the runs of two rows that touch, corners included.
  private static func join(
    _ runs: [InkRun], _ above: Range<Int>, _ below: Range<Int>, _ sets: inout DisjointSets
  ) {
    var upper = above.lowerBound
    for lower in below {
      let columns = runs[lower].columns
      while upper < above.upperBound, runs[upper].columns.upperBound < columns.lowerBound {
        upper += 1
      }
      var touching = upper
      while touching < above.upperBound, runs[touching].columns.lowerBound <= columns.upperBound {
        sets.join(touching, lower)
        touching += 1
      }
    }
  }
}
