import DisplayList
import Measures

/// Pictures, codes and drawings as bands of 24 rows.
struct PlannedPicture {
  let step: Int
  let rasterize: Rasterize

  /// A band with its place in units of 1/360 inch.
  typealias Band = (y: Int, mark: PlanMark)

  /// The bands of a mark that is no text.
  func bands(of item: PageItem, in frame: Rect) throws -> [Band] {
    let dot = PlanUnit.length(PlanUnit.perDot)
    let left = PlanUnit.round(frame.left, to: step)
    let top = PlanUnit.round(frame.top, to: step)
    let columns = (frame.width.units + dot.units - 1) / dot.units
    let rows = (frame.height.units + dot.units - 1) / dot.units
    let area = Rect(
      origin: frame.origin, size: Size(width: dot * columns, height: dot * rows))
    return bands(of: DotGrid(try rasterize([item], area, columns, rows)), left, top)
  }

  /// The bands of a code, each module a whole number of dots, in the middle of its frame.
  func bands(of code: ModuleGrid, in frame: Rect) -> [Band] {
    let perModule = Self.dotsPerModule(code, in: frame)
    let dots = perModule * code.count
    let blank = PlanUnit.length(PlanUnit.perDot) * dots
    let left = PlanUnit.round(frame.left + (frame.width - blank) / 2, to: step)
    let top = PlanUnit.round(frame.top + (frame.height - blank) / 2, to: step)
    var grid = DotGrid(columns: dots, rows: dots)
    for area in code.darkAreas {
      func dot(_ modules: Double) -> Int { Int((modules * Double(perModule)).rounded()) }
      for row in dot(area.y)..<dot(area.y + area.height) {
        for column in dot(area.x)..<dot(area.x + area.width) { grid[column, row] = true }
      }
    }
    return bands(of: grid, left, top)
  }

  /// Whole dots of a module; none when the code is too fine for the pins.
  static func dotsPerModule(_ code: ModuleGrid, in frame: Rect) -> Int {
    // A hundredth of a dot more: frames are whole dots that a calibration may have shrunk.
    Int(frame.width.dots(perInch: 180) / Double(code.count) + 0.01)
  }

  private func bands(of grid: DotGrid, _ left: Int, _ top: Int) -> [Band] {
    stride(from: 0, to: grid.rows, by: PlanUnit.pins).compactMap { row in
      grid.band(from: row).map { blank, columns in
        (
          top + row * PlanUnit.perDot,
          PlanMark(x: left + blank * PlanUnit.perDot, strike: .image(columns))
        )
      }
    }
  }
}
