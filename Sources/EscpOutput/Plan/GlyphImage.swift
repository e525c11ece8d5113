import DisplayList
import Measures

/// Draws characters that the resident font does not have as dots, as large as their cells.
struct GlyphImage {
  let rasterize: Rasterize
  /// The pitch of one cell.
  let pitch: Length
  /// The size at which the glyphs were set.
  let naturalSize: Length

  /// Dots of a full-width character from edge to edge, one less than the pins.
  private static let wideSize = 23.0
  /// Dots of a letter's em so that its capitals are as tall as resident ones.
  private static let narrowSize = 26.0
  /// The advance of the typewriter face as a part of its em.
  private static let advance = 0.6
  /// Rows above the baseline.
  private static let ascent = 20
  /// Rows drawn above and below the baseline to see how far a character reaches.
  private static let room = 40

  /// The dots of neighbouring characters, 24 rows with the baseline below the 20th; `nil` when there
  /// is no ink.
  func columns(_ cells: [TextCell]) throws -> (left: Int, columns: DotColumns)? {
    guard let first = cells.first, let last = cells.last else { return nil }
    var grid = DotGrid(
      columns: dots(last.start + last.count - first.start), rows: PlanUnit.pins)
    for cell in cells {
      let drawn = try draw(cell)
      let left = dots(cell.start - first.start)
      for row in 0..<drawn.rows {
        for column in 0..<drawn.columns where drawn[column, row] { grid[left + column, row] = true }
      }
    }
    return grid.band(from: 0)
  }

  /// Whole dots of so many cells.
  private func dots(_ cells: Int) -> Int { PlanUnit.round(pitch) * cells / PlanUnit.perDot }

  /// One character within its cells and the pins: what reaches out of them is pressed together.
  private func draw(_ cell: TextCell) throws -> DotGrid {
    let item = item(of: cell)
    let columns = dots(cell.count)
    let wide = Self.frame(columns * 2, Self.room, below: Self.room)
    let seen = DotGrid(try rasterize([item], wide, columns * 2, Self.room * 2))
    guard let ink = seen.ink else { return DotGrid(columns: columns, rows: PlanUnit.pins) }
    let reach = max(columns - ink.columns.lowerBound, ink.columns.upperBound + 1 - columns)
    let above = Double(Self.room - ink.rows.lowerBound) / Double(Self.ascent)
    let below = Double(ink.rows.upperBound + 1 - Self.room) / Double(PlanUnit.pins - Self.ascent)
    let across = max(1, Double(reach * 2) / Double(columns))
    let down = max(1, above, below)
    let frame = Self.frame(
      columns, Self.ascent, below: PlanUnit.pins - Self.ascent, across: across, down: down)
    return DotGrid(try rasterize([item], frame, columns, PlanUnit.pins))
  }

  /// A frame of so many dots around the middle of a character on its baseline, or of more by factors.
  private static func frame(
    _ columns: Int, _ above: Int, below: Int, across: Double = 1, down: Double = 1
  ) -> Rect {
    let dot = PlanUnit.length(PlanUnit.perDot)
    let width = dot.scaled(by: Double(columns) * across)
    return Rect(
      x: -width / 2, y: -dot.scaled(by: Double(above) * down), width: width,
      height: dot.scaled(by: Double(above + below) * down))
  }

  /// A character at the size its cells hold, the middle of its cells at the origin.
  private func item(of cell: TextCell) -> PageItem {
    let dots = Double(cell.count) * pitch.dots(perInch: 180)
    let em =
      cell.count == 2 ? min(Self.wideSize, dots) : min(Self.narrowSize, dots / Self.advance)
    let size = Length.inches(em / 180)
    let factor = Double(size.units) / Double(naturalSize.units)
    let middle = pitch * cell.start + pitch * cell.count / 2
    let runs = cell.glyphs.map { face, glyph in
      let offset = Point(
        x: (glyph.offset.x - middle).scaled(by: factor), y: glyph.offset.y.scaled(by: factor))
      return GlyphRun(
        face: face, glyphs: [Glyph(id: glyph.id, offset: offset, cluster: 0)], range: 0..<0)
    }
    return .text(
      TextItem(
        source: "", runs: runs, origin: .zero, width: pitch * cell.count, size: size))
  }
}
