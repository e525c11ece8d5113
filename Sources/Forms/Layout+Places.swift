package import Diagnostics
import Notation

extension Layout {
  /// Where the frame of a box or the column of a table is stated; the file itself for other names.
  package func place(ofBox id: String) -> Place {
    for face in [front, continuation] {
      if let box = face.boxes.first(where: { $0.id == id }) { return box.places["frame"] }
      if let column = face.table?.columns.first(where: { $0.id == id }) {
        return column.places["width"]
      }
    }
    return places.whole
  }
}
