import DisplayList
import Measures

/// One line of text as marks: resident characters where the printer has them, dots for the rest.
struct PlannedText {
  let resident: ResidentText
  let step: Int
  let rasterize: Rasterize

  /// The marks of a line whose baseline starts at `left`, each at the nearest step to its cell.
  func marks(of item: TextItem, pitch: Length, at left: Length) throws -> [PlanMark] {
    let image = GlyphImage(rasterize: rasterize, pitch: pitch, naturalSize: item.size)
    var marks: [PlanMark] = []
    for piece in Self.pieces(TextCell.cells(of: item, pitch: pitch), resident) {
      let start = left + pitch * piece.cells[0].start
      let text = String(piece.cells.map(\.character))
      if piece.isResident {
        let strike = PlanMark.Strike.text(text, pitch: PlanUnit.round(pitch))
        marks.append(PlanMark(x: place(start, after: marks.last), strike: strike))
      } else if let (blank, columns) = try image.columns(piece.cells) {
        let x = place(start + PlanUnit.length(blank * PlanUnit.perDot), after: marks.last)
        marks.append(PlanMark(x: x, strike: .image(columns)))
      }
    }
    return marks
  }

  /// The nearest step to a place that is not left of the last mark's end.
  private func place(_ x: Length, after last: PlanMark?) -> Int {
    let free = ((last?.end ?? 0) + step - 1) / step * step
    return max(PlanUnit.round(x, to: step), free)
  }

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
