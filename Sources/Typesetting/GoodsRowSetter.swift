import Certificates
import Diagnostics
import DisplayList
import Forms
import Measures
import Typography

/// Sets the entries of the goods table and the lines that close it.
struct GoodsRowSetter {
  let form: BoundForm
  let table: GoodsTable
  let setter: TextSetter

  /// Something that found no room in its column and goes to the attachment sheet.
  struct Moved {
    let box: String
    let item: Int?
    let text: BoundText
    let pictures: [Picture]

    /// The certificate's field it is known by; pictures may stand without a text.
    var field: String? {
      text.spans.first?.field
        ?? item.flatMap { pictures.isEmpty ? nil : "goods[\($0)].markImages" }
    }
  }

  /// An entry's row, and what of it moves to the attachment.
  func row(_ entry: TableRow) throws(Refusal) -> (row: GoodsRow, moved: [Moved]) {
    let index = entry.item
    let scope = form.scope(row: entry)
    var row = GoodsRow(columns: [])
    var moved: [Moved] = []
    var faults: [Diagnostic] = []
    for column in table.columns {
      var content = content(of: column, entry, scope)
      do throws(Refusal) {
        var marks = try marks(content, column)
        if isTooLong(marks, column) {
          moved.append(content)
          content = Moved(
            box: column.id, item: index,
            text: BoundText(form.layout.attachment.reference, field: content.field), pictures: [])
          marks = try self.marks(content, column)
        }
        row.columns.append(marks)
      } catch {
        faults += error.diagnostics
      }
    }
    if !faults.isEmpty { throw Refusal(faults) }
    return (row, moved)
  }

  /// Total and end mark, in the closing column.
  func closing(scope: FieldScope) throws(Refusal) -> GoodsRow {
    var text = table.total?.text(in: scope) ?? BoundText()
    if !text.isEmpty { text.append("\n") }
    text.append(table.endMark)
    var row = GoodsRow(columns: [])
    for column in table.columns {
      let content = Moved(box: column.id, item: nil, text: text, pictures: [])
      row.columns.append(column.id == table.closingColumn ? try marks(content, column) : [])
    }
    return row
  }

  private func isTooLong(_ marks: [GoodsRow.Mark], _ column: GoodsTable.Column) -> Bool {
    guard let limit = column.lineLimit else { return false }
    let pitch = setter.lineSpacing(of: form.layout.style(column.style))
    return marks.reduce(Length.zero) { $0 + $1.height } > pitch * limit
  }

  /// What a column shows of an entry; pictures or the words in their place come last.
  private func content(
    of column: GoodsTable.Column, _ entry: TableRow, _ scope: FieldScope
  ) -> Moved {
    var text = column.show.text(in: scope)
    let index = entry.item
    let pictures = entry.showsItem ? pictures(item: index) : []
    if case .words(let words) = column.pictures, !pictures.isEmpty {
      if !text.isEmpty { text.append("\n") }
      text.append(words, field: "goods[\(index)].markImages")
    }
    return Moved(
      box: column.id, item: index, text: text,
      pictures: column.pictures == .drawn ? pictures : [])
  }

  private func pictures(item index: Int) -> [Picture] {
    form.certificate.goods[index].markImages.map { image in
      Picture(
        format: image.format == .png ? .png : .jpeg, width: image.width, height: image.height,
        bytes: image.bytes)
    }
  }

  private func marks(
    _ content: Moved, _ column: GoodsTable.Column
  ) throws(Refusal) -> [GoodsRow.Mark] {
    let inner = column.width - TemplateBuilder.columnInset * 2
    let style = form.layout.style(column.style)
    var tracker = FieldTracker(content.text)
    var marks: [GoodsRow.Mark] = []
    let (lines, size) = try setter.column(content.text, style: style, width: inner)
    let used = style.scaled(by: Double(size.units) / Double(style.size.units))
    for line in lines {
      marks.append(
        GoodsRow.Mark(
          kind: .line(line, used), field: tracker.field(of: line),
          height: setter.lineSpacing(of: used)))
    }
    for picture in content.pictures {
      let drawn = self.size(of: picture, width: inner)
      marks.append(
        GoodsRow.Mark(
          kind: .picture(picture, drawn), field: content.field,
          height: drawn.height + Self.pictureGap))
    }
    return marks
  }

  /// A picture at 300 dots an inch, made smaller to fit the column's width and height.
  private func size(of picture: Picture, width: Length) -> Size {
    let natural = Size(
      width: .inches(Double(picture.width) / 300), height: .inches(Double(picture.height) / 300))
    let factor = min(
      1, Double(width.units) / Double(natural.width.units),
      Double(tallestPicture.units) / Double(natural.height.units))
    return Size(
      width: natural.width.scaled(by: factor), height: natural.height.scaled(by: factor))
  }

  /// A third of a page, and no more than any sheet's table holds.
  private var tallestPicture: Length {
    let bodies = [table, form.layout.continuation.table ?? table].map(\.body.height)
    let room = (bodies.min() ?? .zero) - table.gap - Self.pictureGap
    return min(.mm(80), room)
  }

  private static let pictureGap = Length.mm(1)
}

extension Style {
  /// The distance of baselines.
  var pitch: Length { size.scaled(by: leading) }
}
