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
  /// Rows drawn above the baseline before they are squeezed into the pins.
  private static let room = 40

  /// The dots of neighbouring characters, 24 rows with the baseline below the 20th; `nil` when there
  /// is no ink.
  func columns(_ cells: [TextCell]) throws -> (left: Int, columns: DotColumns)? {
    guard let first = cells.first, let last = cells.last else { return nil }
    let start = pitch * first.start
    let width = pitch * (last.start + last.count - first.start)
    let items = cells.flatMap { self.items(of: $0, from: start) }
    let columns = PlanUnit.round(width) / PlanUnit.perDot
    let drawn = try draw(items, columns, width, above: Double(Self.room), rows: Self.room * 2)
    guard let ink = drawn.ink?.rows else { return nil }
    let above = Double(Self.room - ink.lowerBound) / Double(Self.ascent)
    let below =
      Double(ink.upperBound + 1 - Self.room) / Double(PlanUnit.pins - Self.ascent)
    let squeeze = max(1, above, below)
    return try draw(
      items, columns, width, above: Double(Self.ascent) * squeeze, rows: PlanUnit.pins,
      squeeze: squeeze
    ).band(from: 0)
  }

  /// Draws with the baseline so many dots below the frame's top.
  private func draw(
    _ items: [PageItem], _ columns: Int, _ width: Length, above: Double, rows: Int,
    squeeze: Double = 1
  ) throws -> DotGrid {
    let dot = PlanUnit.length(PlanUnit.perDot)
    let frame = Rect(
      x: .zero, y: -dot.scaled(by: above), width: dot * columns,
      height: dot.scaled(by: Double(rows) * squeeze))
    return DotGrid(try rasterize(items, frame, columns, rows))
  }

  /// The glyphs of a character in the middle of its cells, at the size its cells hold.
  private func items(of cell: TextCell, from start: Length) -> [PageItem] {
    let dots = Double(cell.count) * pitch.dots(perInch: 180)
    let em =
      cell.count == 2 ? min(Self.wideSize, dots) : min(Self.narrowSize, dots / Self.advance)
    let size = Length.inches(em / 180)
    let factor = Double(size.units) / Double(naturalSize.units)
    let centre = pitch * cell.start + (pitch * cell.count) / 2
    return cell.glyphs.map { face, glyph in
      let offset = Point(
        x: centre - start - (centre - glyph.offset.x).scaled(by: factor),
        y: glyph.offset.y.scaled(by: factor))
      let run = GlyphRun(
        face: face, glyphs: [Glyph(id: glyph.id, offset: offset, cluster: 0)], range: 0..<0)
      return .text(
        TextItem(
          source: "", runs: [run], origin: .zero, width: pitch * cell.count, size: size))
    }
  }
}
