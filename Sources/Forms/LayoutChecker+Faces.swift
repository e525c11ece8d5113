import Diagnostics
import Measures
import Notation

/// Walks over the sides of a layout.
extension LayoutChecker {
  /// What stands on every sheet or on sheets of its own: status words, attachment, guilloche.
  func checkWholeSheets() {
    check(style: layout.status.style, at: layout.status.places["style"])
    let attachment = layout.attachment
    check(style: attachment.style, at: attachment.places["style"])
    check(style: attachment.titleStyle, at: attachment.places["title-style"])
    check(attachment.title)
    check(attachment.heading)
    checkInArea(attachment.frame, "the attachment", at: attachment.places["frame"])
    if !paper.contains(layout.imageArea) {
      error(at: layout.places["image-area"], Wording.outsidePaper("the image area"))
    }
    if let guilloche = layout.guilloche {
      checkOnPaper(guilloche.frame, "the guilloche", at: guilloche.places["frame"])
    }
  }

  /// Everything on one side; the back is not bound to the image area of the front.
  func check(_ face: Face, isOverleaf: Bool = false) {
    let inside = isOverleaf ? checkOnPaper : checkInArea
    for element in face.texts {
      check(element)
      inside(element.frame, "the text", element.places["frame"])
    }
    for box in face.boxes {
      inside(box.frame, "box '\(box.id)'", box.places["frame"])
      check(box)
    }
    if let table = face.table {
      inside(table.frame, "the goods table", table.places["frame"])
      check(table)
    }
    if let notes = face.notes {
      inside(notes.frame, "the notes", notes.places["frame"])
      check(notes)
    }
    checkOverlaps(face)
    checkCode(face)
    checkSeals(face)
  }

  private func check(_ box: FormBox) {
    check(style: box.captionStyle, at: box.places["caption-style"])
    if let caption = box.caption { check(caption, fixed: true) }
    let inside = Rect(origin: .zero, size: box.frame.size)
    for element in box.texts {
      check(element)
      checkInBox(
        element.frame, inside, "a text of box '\(box.id)'", at: element.places["frame"])
    }
    for tick in box.ticks {
      if let condition = tick.condition { check(condition, at: tick.places["when"]) }
      checkInBox(tick.frame, inside, "a tick of box '\(box.id)'", at: tick.places["at"])
    }
    for rule in box.rules {
      checkInBox(rule.frame, inside, "a rule of box '\(box.id)'", at: rule.places["to"])
    }
  }

  private func check(_ table: GoodsTable) {
    check(style: table.captionStyle, at: table.places["caption-style"])
    if let total = table.total { check(total) }
    for column in table.columns {
      check(style: column.style, at: column.places["style"])
      check(column.caption, fixed: true)
      check(column.show)
      for (path, _) in column.show.fields
      where table.rows == .goods && FieldVocabulary.isOfMaterial(path) {
        error(at: column.show.place, Wording.notOfMaterial(path))
      }
    }
  }

  private func check(_ notes: NotesArea) {
    check(style: notes.style, at: notes.places["style"])
    check(style: notes.headingStyle, at: notes.places["heading-style"])
    for pattern in layout.notes.flatMap(\.patterns) { check(pattern, fixed: true) }
  }

  private func check(_ element: TextElement) {
    let pattern = element.words.pattern
    if case .fixed = element.words { check(pattern, fixed: true) } else { check(pattern) }
    if let lead = element.lead {
      check(lead)
      check(style: TextElement.leadStyle, at: lead.place)
    }
    if let condition = element.condition { check(condition, at: element.places["when"]) }
    check(style: element.style, at: element.places["style"])
  }
}
