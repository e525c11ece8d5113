import Diagnostics
import DisplayList
import Forms
import Measures
import Typography

/// Sets what a side of a form shows on every certificate: lines, captions, words, guilloche, notes.
struct TemplateBuilder {
  let layout: Layout
  let setter: TextSetter
  /// The values that fixed words may use, such as the item cap.
  let scope: FieldScope

  private(set) var items = LayeredItems()
  private(set) var boxes: [String: Rect] = [:]
  private(set) var faults: [Diagnostic] = []
  private var code: Rect?

  init(layout: Layout, shaper: Shaper, scope: FieldScope) {
    self.layout = layout
    setter = TextSetter(shaper: shaper, layout: layout)
    self.scope = scope
  }

  /// The template of one face.
  ///
  /// - Throws: ``Refusal`` naming each fixed text that has no room in its frame.
  mutating func template(of face: Face) throws(Refusal) -> PageTemplate {
    if face.hasBackground, let guilloche = layout.guilloche {
      let drawing = GuillocheDrawing(guilloche: guilloche, free: face.code?.frame)
      items[.background] = drawing.items.map(PageItem.path)
    }
    code = face.code?.frame
    for element in face.texts { try setFixed(element, at: .zero, box: nil) }
    for box in face.boxes { try add(box) }
    if let table = face.table { try add(table) }
    if let area = face.notes {
      try setNotes(area)
    }
    if !faults.isEmpty { throw Refusal(faults) }
    return PageTemplate(size: layout.paper, items: items, boxes: boxes)
  }

  private mutating func setNotes(_ area: NotesArea) throws(Refusal) {
    let notes = NotesSetter(layout: layout, setter: setter, area: area, scope: scope)
    for item in try notes.items() { items.append(item, to: .form) }
  }

  private mutating func add(_ box: FormBox) throws(Refusal) {
    boxes[box.id] = box.frame
    if box.hasBorder {
      items.append(.path(.frame(box.frame, width: Self.border, box: box.id)), to: .form)
    }
    if let caption = box.caption {
      let frame = box.frame.inset(
        left: FormBox.inset, top: Self.captionTop, right: FormBox.inset)
      try setFixed(caption, in: frame, style: box.captionStyle, box: box.id)
    }
    for part in box.parts { try setFixed(part, at: box.frame.origin, box: box.id) }
    for tick in box.ticks {
      let frame = Rect(
        origin: box.frame.origin + tick.at, size: Size(width: tick.side, height: tick.side))
      items.append(.path(.frame(frame, width: Self.thin, box: box.id)), to: .form)
    }
    for rule in box.rules {
      let line = PathItem.line(
        from: box.frame.origin + rule.from, to: box.frame.origin + rule.to, width: rule.width,
        box: box.id)
      items.append(.path(line), to: .form)
    }
  }

  private mutating func add(_ table: GoodsTable) throws(Refusal) {
    let frame = table.frame
    items.append(.path(.frame(frame, width: Self.border)), to: .form)
    let headBottom = frame.top + table.headHeight
    rule(Point(x: frame.left, y: headBottom), Point(x: frame.right, y: headBottom))
    for (column, columnFrame) in table.columnFrames {
      boxes[column.id] = columnFrame
      if columnFrame.left > frame.left {
        rule(
          Point(x: columnFrame.left, y: frame.top), Point(x: columnFrame.left, y: frame.bottom))
      }
      let head = Rect(
        x: columnFrame.left + Self.columnInset, y: frame.top + Self.captionTop,
        width: column.width - Self.columnInset * 2, height: table.headHeight - Self.captionTop)
      try setFixed(column.caption, in: head, style: table.captionStyle, box: column.id)
    }
  }

  private mutating func rule(_ from: Point, _ to: Point) {
    items.append(.path(.line(from: from, to: to, width: Self.border)), to: .form)
  }

  private mutating func setFixed(
    _ element: TextElement, at origin: Point, box: String?
  ) throws(Refusal) {
    guard case .fixed(let pattern) = element.words, element.condition == nil else { return }
    try setFixed(
      pattern, in: element.frame.moved(by: origin), style: element.style, wraps: element.wraps,
      vertical: element.vertical, box: box)
  }

  private mutating func setFixed(
    _ pattern: Pattern, in frame: Rect, style: String, wraps: Bool = true,
    vertical: TextElement.VerticalAlignment = .top, box: String?
  ) throws(Refusal) {
    let style = layout.style(style)
    let result = try setter.set(
      pattern.text(in: scope), in: frame, style: style, wraps: wraps, vertical: vertical, box: box)
    if !result.rest.isEmpty {
      faults.append(Diagnostic(at: pattern.place, Wording.fixedTextTooLong(result.rest)))
    }
    if let code, result.items.contains(where: { $0.frame.overlaps(code) }) {
      faults.append(Diagnostic(at: pattern.place, Wording.wordsOverCode))
    }
    for var item in result.items {
      item.field = nil
      items.append(.text(item), to: .form)
    }
  }

  static let border = Length.mm(0.25)
  static let thin = Length.mm(0.15)
  static let captionTop = Length.mm(0.7)
  static let columnInset = Length.mm(1)
}
