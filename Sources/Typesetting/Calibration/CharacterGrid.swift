import Diagnostics
import DisplayList
import Measures

/// Characters with their codes in columns, to be looked through.
struct CharacterGrid {
  /// Each with its code, as it is to be read.
  let characters: [String]

  private static let columns = 8
  private static let corner = Point(x: .mm(25), y: .mm(105))
  private static let cell = Size(width: .mm(20), height: .mm(6))

  /// The cells, column by column.
  func items(_ labels: CalibrationLabels) throws(Refusal) -> [PageItem] {
    let rows = (characters.count + Self.columns - 1) / Self.columns
    var items: [PageItem] = []
    for (index, text) in characters.enumerated() {
      let place = Point(
        x: Self.corner.x + Self.cell.width * (index / rows),
        y: Self.corner.y + Self.cell.height * (index % rows))
      items += try labels.text(text, in: Rect(origin: place, size: Self.cell), style: "entry")
    }
    return items
  }
}
