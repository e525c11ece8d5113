import DisplayList
import Measures

/// One line of text as marks: resident characters where the printer has them, dots for the rest.
struct PlannedText {
  let resident: ResidentText
  let step: Int
  let rasterize: Rasterize

  /// The marks of a line whose baseline starts at `left`, in units of 1/360 inch.
  func marks(of item: TextItem, pitch: Length, at left: Int) throws -> [PlanMark] {
    let units = PlanUnit.round(pitch)
    return try Self.pieces(TextCell.cells(of: item, pitch: pitch), resident).compactMap { piece in
      let x = left + piece.cells[0].start * units
      if piece.isResident {
        let text = String(piece.cells.map(\.character))
        return PlanMark(x: roundedUp(x), strike: .text(text, pitch: units))
      }
      let image = GlyphImage(rasterize: rasterize, pitch: pitch, naturalSize: item.size)
      guard let (blank, columns) = try image.columns(piece.cells) else { return nil }
      return PlanMark(x: roundedUp(x + blank * PlanUnit.perDot), strike: .image(columns))
    }
  }

  /// Half a step to the right at most, so that no mark begins before the one to its left ends.
  private func roundedUp(_ x: Int) -> Int { (x + step - 1) / step * step }

  private typealias Piece = (isResident: Bool, cells: [TextCell])

  /// Neighbours of one kind, without the blanks at their ends.
  private static func pieces(_ cells: [TextCell], _ resident: ResidentText) -> [Piece] {
    var pieces: [Piece] = []
    for cell in cells {
      let isResident = resident.has(cell.character)
      if pieces.last?.isResident == isResident {
        pieces[pieces.count - 1].cells.append(cell)
      } else {
        pieces.append((isResident, [cell]))
      }
    }
    return pieces.compactMap { isResident, cells in
      let inked = cells.indices.filter { cells[$0].character != " " }
      guard let first = inked.first, let last = inked.last else { return nil }
      return (isResident, Array(cells[first...last]))
    }
  }
}
