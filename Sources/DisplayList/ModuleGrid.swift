package import Measures

/// The square modules of a two-dimensional code at a fixed place.
package struct ModuleGrid: Hashable, Codable, Sendable {
  /// Modules on a side, without the quiet zone.
  package let count: Int
  /// `count`² values row by row, true for a dark module.
  package let modules: [Bool]
  /// The code without its quiet zone.
  package let frame: Rect
  /// The width of the quiet zone in modules (ISO/IEC 18004 asks for 4).
  package let quietZone: Int
  /// What is taken off a dark area's width and height where it borders on light ones, whole dots;
  /// `nil` for devices whose dots do not spread.
  package let reduction: Length?
  /// The text that the code carries.
  package let source: String
  /// The certificate's field shown here; `nil` when it shows none.
  package let field: String?
  /// The box of the form; `nil` outside of any.
  package let box: String?

  /// A code at its place; `modules` has `count`² values.
  package init(
    count: Int, modules: [Bool], frame: Rect, quietZone: Int, source: String, field: String? = nil,
    box: String? = nil, reduction: Length? = nil
  ) {
    precondition(modules.count == count * count, "a module grid is square")
    self.count = count
    self.modules = modules
    self.frame = frame
    self.quietZone = quietZone
    self.source = source
    self.field = field
    self.box = box
    self.reduction = reduction
  }

  /// The dark areas, in modules from the top left corner: rows of neighbours as one rectangle, less
  /// the reduction where a light module follows to the right or below, so that edges stay on dots.
  package var darkAreas: [(x: Double, y: Double, width: Double, height: Double)] {
    let cut = reduction.map { Double($0.units) * Double(count) / Double(frame.width.units) } ?? 0
    return (0..<count).flatMap { row in
      darkRuns(row: row).flatMap { run in
        stretches(of: run, row: row, even: cut == 0).map { stretch in
          let width = Double(stretch.count) - (stretch.upperBound == run.upperBound ? cut : 0)
          let height = isDark(row: row + 1, column: stretch.lowerBound) ? 1 : 1 - cut
          return (Double(stretch.lowerBound), Double(row), width, height)
        }
      }
    }
  }

  /// The parts of a dark stretch that are all dark or all light below; an even one stays whole.
  private func stretches(of run: Range<Int>, row: Int, even: Bool) -> [Range<Int>] {
    guard !even else { return [run] }
    let turns = run.dropFirst().filter {
      isDark(row: row + 1, column: $0) != isDark(row: row + 1, column: $0 - 1)
    }
    return zip([run.lowerBound] + turns, turns + [run.upperBound]).map { $0..<$1 }
  }

  private func isDark(row: Int, column: Int) -> Bool {
    (0..<count).contains(row) && (0..<count).contains(column) && modules[row * count + column]
  }

  /// The dark stretches of a row as module indices, so that neighbours are drawn as one rectangle.
  package func darkRuns(row: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for column in 0...count {
      let isDark = column < count && modules[row * count + column]
      if isDark, start == nil { start = column }
      if !isDark, let first = start {
        runs.append(first..<column)
        start = nil
      }
    }
    return runs
  }
}
