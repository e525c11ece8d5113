import DisplayList
import Measures

/// Pictures, codes and drawings as bands of 24 rows.
struct PlannedPicture {
  let step: Int
  let rasterize: Rasterize

  /// The dots of a drawing, and where the first of them stands.
  ///
  /// What the step takes from its place is given back to the drawing, so that each dot is the nearest to
  /// what it draws.
  func dots(of drawing: Drawing, corrected by: Transform) throws -> PlacedDots {
    let dot = PlanUnit.length(PlanUnit.perDot)
    let origin = by.apply(drawing.frame.origin)
    let (left, top) = (PlanUnit.floor(origin.x, to: step), PlanUnit.floor(origin.y, to: step))
    func count(_ length: Length, _ scale: Double) -> Int {
      Int((length.dots(perInch: 180) * scale).rounded(.up)) + 1
    }
    let columns = count(drawing.frame.width, by.xx)
    let rows = count(drawing.frame.height, by.yy)
    let area = Rect(
      x: drawing.frame.left - (origin.x - PlanUnit.length(left)).scaled(by: 1 / by.xx),
      y: drawing.frame.top - (origin.y - PlanUnit.length(top)).scaled(by: 1 / by.yy),
      width: (dot * columns).scaled(by: 1 / by.xx), height: (dot * rows).scaled(by: 1 / by.yy))
    let mask = try rasterize(drawing.items, area, columns, rows)
    return PlacedDots(grid: DotGrid(mask), left: left, top: top)
  }

  /// The dots of a code, each module a whole number of them, in the middle of its frame.
  func dots(of code: ModuleGrid, in frame: Rect) -> PlacedDots {
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
    return PlacedDots(grid: grid, left: left, top: top)
  }

  /// Whole dots of a module; none when the code is too fine for the pins.
  static func dotsPerModule(_ code: ModuleGrid, in frame: Rect) -> Int {
    // A hundredth of a dot more: frames are whole dots that a calibration may have shrunk.
    Int(frame.width.dots(perInch: 180) / Double(code.count) + 0.01)
  }
}
