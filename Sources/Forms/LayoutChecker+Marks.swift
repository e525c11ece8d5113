package import Certificates
import Diagnostics
import Measures
import Notation

/// Checks that marks and labels have their places: what the policies ask for, the form must show.
extension LayoutChecker {
  /// Reports each mark of the policies that the layout does not show in the box they name.
  package func check(marks policies: Policies) {
    for row in rows(of: policies.retroactiveMarks) {
      check(
        row, shownBy: ["mark.retroactive-note", "mark.retroactive"],
        tickedBy: "circumstances.retroactive")
    }
    for row in rows(of: policies.lostMarks) {
      check(row, shownBy: ["mark.lost"], tickedBy: nil)
      checkWords(of: row)
    }
  }

  /// The rows for the form that hold on some day of the edition.
  private func rows(of table: PolicyTable<MarkWords>) -> [PolicyRow<MarkWords>] {
    table.rows.filter { row in
      let startsInTime = layout.until.map { until in row.from.map { $0 <= until } ?? true } ?? true
      return row.form == layout.form && startsInTime
        && (row.until.map { layout.from <= $0 } ?? true)
    }
  }

  private func check(
    _ row: PolicyRow<MarkWords>, shownBy fields: [String], tickedBy condition: String?
  ) {
    guard row.value.manner != .impossible else { return }
    guard let name = row.value.box else {
      error(at: row.place, Wording.markWithoutBox)
      return
    }
    guard let box = layout.front.boxes.first(where: { $0.id == name }) else {
      error(
        at: layout.front.places["boxes"], Wording.noBoxForMark(name),
        hint: nearest(name, layout.front.boxes.map(\.id)))
      return
    }
    let isThere =
      row.value.manner == .print
      ? !box.shownFields.isDisjoint(with: fields)
      : box.ticks.contains { $0.condition?.path == condition }
    if !isThere {
      error(at: box.places["id"], Wording.markNotShown(name, fields[0]))
    }
  }

  /// The words of a duplicate use only what a duplicate knows.
  private func checkWords(of row: PolicyRow<MarkWords>) {
    let found = Findings()
    defer { found.diagnostics.forEach(report) }
    guard let words = row.value.words, let pattern = Pattern(words, at: row.place, found) else {
      return
    }
    for (path, _) in pattern.fields where !LostMark.fields.contains(path) {
      error(
        at: row.place, Wording.unknownField(path), hint: nearest(path, LostMark.fields))
    }
  }

  /// The label of a duplicate or copy stands on the paper and on nothing else.
  func checkLabel() {
    let frame = layout.label.frame
    check(style: layout.label.style, at: layout.places["label"])
    checkOnPaper(frame, "the label", at: layout.places["label"])
    let faces = [layout.front, layout.continuation] + (layout.overleaf.map { [$0] } ?? [])
    for other in faces.flatMap(\.frames) + [layout.attachment.frame] where frame.overlaps(other) {
      error(at: layout.places["label"], Wording.labelOverlaps)
      return
    }
  }
}

extension FormBox {
  /// Every field that a text of the box may show.
  fileprivate var shownFields: Set<String> {
    Set(texts.flatMap(\.patterns).flatMap { $0.fields.map(\.path) })
  }
}

extension Face {
  /// Everything that takes a place of its own on the side.
  fileprivate var frames: [Rect] {
    texts.map(\.frame) + boxes.map(\.frame) + [table?.frame, notes?.frame].compactMap(\.self)
  }
}
