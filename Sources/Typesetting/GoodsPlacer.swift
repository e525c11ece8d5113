import DisplayList
import Forms
import Measures

/// Puts rows of goods where the table of a face stands.
struct GoodsPlacer {
  let table: GoodsTable
  let setter: TextSetter

  /// Puts the rows of a sheet onto its page.
  func place(_ sheet: TableFlow.Sheet, onto page: inout Page) {
    let frames = table.columnFrames
    for (index, entry) in sheet.rows.enumerated() {
      let top = table.body.top + entry.top
      for (marks, column) in zip(entry.row.columns, frames) {
        place(marks, column.column.id, column.frame, top: top, onto: &page)
      }
      if table.hasRowRules, index > 0, entry.startsEntry {
        let y = top - table.gap / 2
        let rule = PathItem.line(
          from: Point(x: table.frame.left, y: y), to: Point(x: table.frame.right, y: y),
          width: TemplateBuilder.thin)
        page.items.append(.path(rule), to: .form)
      }
    }
  }

  private func place(
    _ marks: [GoodsRow.Mark], _ box: String, _ column: Rect, top: Length, onto page: inout Page
  ) {
    let inner = column.inset(
      left: TemplateBuilder.columnInset, right: TemplateBuilder.columnInset)
    var y = top
    for mark in marks {
      switch mark.kind {
      case .line(let line, let style):
        let baseline = y + setter.baseline(of: style)
        if let item = setter.item(of: line, at: baseline, in: inner, style, field: mark.field, box)
        {
          page.items.append(.text(item), to: .data)
        }
      case .picture(let picture, let size):
        let frame = Rect(origin: Point(x: inner.left, y: y), size: size)
        page.items.append(
          .image(ImageItem(picture: picture, frame: frame, field: mark.field, box: box)),
          to: .data)
      }
      y += mark.height
    }
  }
}
