import Certificates
package import Diagnostics
import Measures

/// Checks what a layout says beyond its shape: fields, formats, styles, and that nothing overlaps.
package struct LayoutChecker {
  let layout: Layout
  private let roles: Set<String>
  let findings: Findings

  /// A checker that knows the font roles of `Fonts/fonts.yaml`.
  package init(layout: Layout, roles: Set<String>, _ findings: Findings) {
    self.layout = layout
    self.roles = roles
    self.findings = findings
  }

  /// Reports every fault.
  package func check() {
    for (name, style) in layout.styles.sorted(by: { $0.key < $1.key })
    where !roles.contains(style.font) {
      findings.error(
        at: place("styles.\(name)"), Wording.unknownFont(style.font),
        hint: nearest(style.font, roles))
    }
    check(style: layout.status.style, at: "status")
    check(style: layout.label.style, at: "label")
    check(style: layout.attachment.style, at: "attachment")
    check(style: layout.attachment.titleStyle, at: "attachment")
    check(layout.attachment.title)
    check(layout.attachment.heading)
    let paper = Rect(origin: .zero, size: layout.paper)
    checkInside(
      layout.attachment.frame, paper, "the attachment", place("attachment"), isOnPaper: true)
    if let guilloche = layout.guilloche {
      checkInside(guilloche.frame, paper, "the guilloche", place("guilloche"), isOnPaper: true)
    }
    check(layout.front, "front")
    if layout.continuation != layout.front { check(layout.continuation, "continuation") }
    checkLabel()
    if let overleaf = layout.overleaf { check(overleaf, "overleaf") }
  }

  func place(_ path: String) -> Place { Place(file: layout.file, path: path) }

  // MARK: Faces

  private func check(_ face: Face, _ name: String) {
    let paper = Rect(origin: .zero, size: layout.paper)
    for element in face.texts {
      check(element, within: paper, "text", isOnPaper: true)
    }
    for box in face.boxes { check(box, paper) }
    if let table = face.table { check(table, paper) }
    if let notes = face.notes {
      check(style: notes.style, at: "\(name).notes")
      check(style: notes.headingStyle, at: "\(name).notes")
      for pattern in layout.notes.flatMap(\.patterns) { check(pattern, fixed: true) }
      checkInside(notes.frame, paper, "\(name).notes", place("\(name).notes"), isOnPaper: true)
    }
    checkOverlaps(face, name)
    if let code = face.code {
      check(code.frame, inBox: code.box, of: face, "code", place("\(name).code"))
    }
    for seal in face.seals {
      check(seal.frame, inBox: seal.box, of: face, seal.role.rawValue, place("\(name).seals"))
    }
  }

  private func check(
    _ frame: Rect, inBox id: String, of face: Face, _ what: String, _ place: Place
  ) {
    guard let box = face.boxes.first(where: { $0.id == id }) else {
      findings.error(at: place, Wording.noSuchBox(id), hint: nearest(id, face.boxes.map(\.id)))
      return
    }
    checkInside(frame, box.frame, what, place, isOnPaper: false)
  }

  private func check(_ box: FormBox, _ paper: Rect) {
    let place = box.caption?.place ?? box.content?.words.pattern.place ?? self.place("boxes")
    checkInside(box.frame, paper, "box '\(box.id)'", place, isOnPaper: true)
    check(style: box.captionStyle, at: "boxes.\(box.id)")
    if let caption = box.caption { check(caption, fixed: true) }
    let inside = Rect(origin: .zero, size: box.frame.size)
    for element in box.elements {
      check(element, within: inside, "a text of box '\(box.id)'", isOnPaper: false)
    }
    for tick in box.ticks {
      if let condition = tick.condition { check(condition, at: place) }
      let square = Rect(origin: tick.at, size: Size(width: tick.side, height: tick.side))
      checkInside(square, inside, "a tick of box '\(box.id)'", place, isOnPaper: false)
    }
  }

  private func check(_ table: GoodsTable, _ paper: Rect) {
    checkInside(table.frame, paper, "the goods table", place("table"), isOnPaper: true)
    check(style: table.captionStyle, at: "table")
    if let total = table.total { check(total) }
    for column in table.columns {
      check(style: column.style, at: "table.columns.\(column.id)")
      check(column.caption, fixed: true)
      check(column.show)
    }
  }

  private func check(
    _ element: TextElement, within outer: Rect, _ what: String, isOnPaper: Bool
  ) {
    let pattern = element.words.pattern
    if case .fixed = element.words { check(pattern, fixed: true) } else { check(pattern) }
    if let lead = element.lead {
      check(lead)
      check(style: TextElement.leadStyle, at: lead.place.path)
    }
    if let condition = element.condition { check(condition, at: pattern.place) }
    check(style: element.style, at: pattern.place.path)
    checkInside(element.frame, outer, what, pattern.place, isOnPaper: isOnPaper)
  }

  // MARK: Frames

  private func checkInside(
    _ frame: Rect, _ outer: Rect, _ what: String, _ place: Place, isOnPaper: Bool
  ) {
    guard !outer.contains(frame) else { return }
    findings.error(
      at: place, isOnPaper ? Wording.outsidePaper(what) : Wording.outsideBox(what))
  }

  private func checkOverlaps(_ face: Face, _ name: String) {
    var frames = face.boxes.map { ($0.id, $0.frame) }
    if let table = face.table { frames.append(("table", table.frame)) }
    for (index, (id, frame)) in frames.enumerated() {
      for (other, otherFrame) in frames.dropFirst(index + 1) where frame.overlaps(otherFrame) {
        findings.error(at: place("\(name).boxes"), Wording.overlap(id, other))
      }
    }
  }

  // MARK: Names

  private func check(style name: String, at path: String) {
    guard layout.styles[name] == nil else { return }
    findings.error(
      at: place(path), Wording.unknownStyle(name), hint: nearest(name, layout.styles.keys))
  }

  private func check(_ pattern: Pattern, fixed: Bool = false) {
    for (path, format) in pattern.fields {
      if fixed && !FieldVocabulary.isFixed(path) {
        findings.error(at: pattern.place, Wording.notFixed(path))
      } else {
        check(path: path, format: format, at: pattern.place)
      }
    }
  }

  /// A country that is asked for must exist.
  private func check(_ condition: Condition, at place: Place) {
    check(path: condition.path, format: nil, at: place)
    if let value = condition.value, FieldVocabulary.kind(of: condition.path) == .country,
      Country(value) == nil
    {
      findings.error(at: place, Wording.noSuchCountry(value))
    }
  }

  private func check(path: String, format: FieldFormat?, at place: Place) {
    guard let kind = FieldVocabulary.kind(of: path) else {
      findings.error(
        at: place, Wording.unknownField(path), hint: nearest(path, FieldVocabulary.paths))
      return
    }
    if let format, !format.kinds.contains(kind) {
      findings.error(
        at: place, Wording.formatMismatch(format.rawValue, path, kind.rawValue))
    }
  }

  func nearest(_ name: String, _ known: some Sequence<String>) -> Message {
    Hint.name(name, among: known.sorted())
  }
}
