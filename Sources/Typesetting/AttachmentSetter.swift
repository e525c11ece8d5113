import Diagnostics
import DisplayList
import Forms
import Measures

/// Sets what moved from the form to plain attachment sheets.
struct AttachmentSetter {
  let form: BoundForm
  let setter: TextSetter

  private var face: AttachmentFace { form.layout.attachment }

  /// The marks of each attachment sheet; none when nothing moved.
  func pages(for moved: [GoodsRowSetter.Moved]) throws(Refusal) -> [LayeredItems] {
    guard !moved.isEmpty else { return [] }
    let width = face.frame.width
    let style = form.layout.style(face.style)
    var rows: [GoodsRow] = []
    for entry in moved {
      let scope = form.scope(attachmentOf: entry.box, item: entry.item)
      var text = face.heading.text(in: scope)
      text.append("\n")
      text.append(entry.text)
      var tracker = FieldTracker(text)
      let (lines, size) = try setter.column(text, style: style, width: width)
      let used = style.scaled(by: Double(size.units) / Double(style.size.units))
      var marks = lines.map { line in
        GoodsRow.Mark(
          kind: .line(line, used), field: tracker.field(of: line),
          height: setter.lineSpacing(of: used))
      }
      for picture in entry.pictures {
        let size = Self.size(of: picture, within: face.frame.size)
        marks.append(
          GoodsRow.Mark(
            kind: .picture(picture, size), field: entry.field,
            height: size.height + .mm(2)))
      }
      rows.append(GoodsRow(columns: [marks]))
    }
    return try place(rows)
  }

  private func place(_ rows: [GoodsRow]) throws(Refusal) -> [LayeredItems] {
    let titleHeight = Length.mm(14)
    let body = face.frame.height - titleHeight
    var flow = TableFlow(first: body, further: body, gap: .mm(4))
    rows.forEach { flow.add($0) }
    var pages: [LayeredItems] = []
    for sheet in flow.sheets {
      var items = LayeredItems()
      let title = Rect(
        x: face.frame.left, y: face.frame.top, width: face.frame.width, height: titleHeight)
      let text = face.title.text(in: form.scope(page: pages.count + 1, of: flow.sheets.count))
      let set = try setter.set(
        text, in: title, style: form.layout.style(face.titleStyle), wraps: true,
        box: "attachment")
      guard set.rest.isEmpty else {
        throw Refusal(Diagnostic(at: face.title.place, Wording.fixedTextTooLong(set.rest)))
      }
      for item in set.items { items.append(.text(item), to: .data) }
      for entry in sheet.rows {
        place(
          entry.row.columns[0], top: face.frame.top + titleHeight + entry.top, onto: &items)
      }
      pages.append(items)
    }
    return pages
  }

  private func place(_ marks: [GoodsRow.Mark], top: Length, onto items: inout LayeredItems) {
    var y = top
    for mark in marks {
      switch mark.kind {
      case .line(let line, let style):
        let baseline = y + setter.baseline(of: style)
        let item = setter.item(
          of: line, at: baseline, in: face.frame, style, field: mark.field, "attachment")
        if let item { items.append(.text(item), to: .data) }
      case .picture(let picture, let size):
        let frame = Rect(origin: Point(x: face.frame.left, y: y), size: size)
        items.append(
          .image(
            ImageItem(picture: picture, frame: frame, field: mark.field, box: "attachment")),
          to: .data)
      }
      y += mark.height
    }
  }

  private static func size(of picture: Picture, within limit: Size) -> Size {
    let natural = Size(
      width: .inches(Double(picture.width) / 200), height: .inches(Double(picture.height) / 200))
    let factor = min(
      1, Double(limit.width.units) / Double(natural.width.units),
      Double(limit.height.units) / 2 / Double(natural.height.units))
    return Size(
      width: natural.width.scaled(by: factor), height: natural.height.scaled(by: factor))
  }
}
