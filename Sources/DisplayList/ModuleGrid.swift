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
  /// The text that the code carries.
  package let source: String
  /// The certificate's field shown here; `nil` when it shows none.
  package let field: String?
  /// The box of the form; `nil` outside of any.
  package let box: String?

  /// A code at its place; `modules` has `count`² values.
  package init(
    count: Int, modules: [Bool], frame: Rect, quietZone: Int, source: String, field: String? = nil,
    box: String? = nil
  ) {
    precondition(modules.count == count * count, "a module grid is square")
    self.count = count
    self.modules = modules
    self.frame = frame
    self.quietZone = quietZone
    self.source = source
    self.field = field
    self.box = box
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
