import Diagnostics
import Measures
import Notation

/// Where boxes and everything in them may stand.
extension LayoutChecker {
  /// The whole sheet.
  var paper: Rect { Rect(origin: .zero, size: layout.paper) }

  /// Reports what reaches over the edge of the paper.
  func checkOnPaper(_ frame: Rect, _ what: String, at place: Place) {
    if !paper.contains(frame) { error(at: place, Wording.outsidePaper(what)) }
  }

  /// Reports what reaches over the image area, which says how far.
  func checkInArea(_ frame: Rect, _ what: String, at place: Place) {
    guard paper.contains(frame) else { return checkOnPaper(frame, what, at: place) }
    guard !layout.imageArea.contains(frame) else { return }
    error(
      at: place, Wording.outsideImageArea(what), hint: Wording.imageArea(layout.imageArea))
  }

  /// Reports what reaches over the edge of its box.
  func checkInBox(_ frame: Rect, _ box: Rect, _ what: String, at place: Place) {
    if !box.contains(frame) { error(at: place, Wording.outsideBox(what)) }
  }

  /// Reports a mark that names no box of the side or reaches over the edge of its own.
  func checkInBox(
    _ frame: Rect, named id: String, of face: Face, _ what: String, _ at: MemberPlaces
  ) {
    guard let box = face.boxes.first(where: { $0.id == id }) else {
      error(
        at: at["box"], Wording.noSuchBox(id), hint: nearest(id, face.boxes.map(\.id)))
      return
    }
    checkInBox(frame, box.frame, what, at: at["frame"])
  }

  /// Reports boxes and tables that share an area, at the later of the two.
  func checkOverlaps(_ face: Face) {
    var frames = face.boxes.map { ($0.id, $0.frame, $0.places["frame"]) }
    if let table = face.table { frames.append(("table", table.frame, table.places["frame"])) }
    for (index, (id, frame, place)) in frames.enumerated() {
      for (other, otherFrame, otherPlace) in frames[..<index] where frame.overlaps(otherFrame) {
        error(
          at: place, Wording.overlap(other, id),
          hint: Wording.shared(frame.intersection(otherFrame).size, otherPlace))
      }
    }
  }
}
