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
  /// What is taken off a dark area where it borders on a light one, both edges together; `nil` for
  /// devices whose dots do not spread.
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

  /// The dark areas, in modules from the top left corner: rows of neighbours as one rectangle, or with
  /// a reduction each module, less at its light sides.
  package var darkAreas: [(x: Double, y: Double, width: Double, height: Double)] {
    guard let reduction, count > 0 else {
      return (0..<count).flatMap { row in
        darkRuns(row: row).map { (Double($0.lowerBound), Double(row), Double($0.count), 1) }
      }
    }
    let cut = Double(reduction.units) * Double(count) / Double(frame.width.units) / 2
    return modules.indices.filter { modules[$0] }.map { place in
      let (row, column) = (place / count, place % count)
      func edge(_ row: Int, _ column: Int) -> Double { isDark(row: row, column: column) ? 0 : cut }
      let (left, top) = (edge(row, column - 1), edge(row - 1, column))
      return (
        Double(column) + left, Double(row) + top, 1 - left - edge(row, column + 1),
        1 - top - edge(row + 1, column)
      )
    }
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
