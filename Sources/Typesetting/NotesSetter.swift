import Diagnostics
import DisplayList
import Forms
import Measures
import Typography

/// Sets the overleaf notes in columns, as large as they fit between the style's size and minimum.
struct NotesSetter {
  let layout: Layout
  let setter: TextSetter
  let area: NotesArea
  /// The values that the notes may use, such as the item cap.
  let scope: FieldScope

  /// A line of the notes with its place in the column.
  private struct Line {
    let shaped: ShapedLine
    let indent: Length
    let space: Length
    let style: Style
  }

  /// All notes as items.
  ///
  /// - Throws: ``Refusal`` when they do not fit at the smallest size.
  func items() throws(Refusal) -> [PageItem] {
    let style = layout.style(area.style)
    var size = style.size
    while size >= style.minimum {
      let scale = Double(size.units) / Double(style.size.units)
      // Notes and tables stay whole in a column unless that takes more room than there is.
      for keepsBlocks in [true, false] {
        let rows = try rows(scale: scale, keepsBlocks: keepsBlocks)
        if let placed = balanced(rows) { return placed.compactMap(item).map(PageItem.text) }
      }
      size -= .pt(0.25)
    }
    throw Refusal(
      Diagnostic(at: area.place, Wording.notesTooLong(style.minimum)))
  }

  private var columnWidth: Length {
    (area.frame.width - area.gap * (area.columns - 1)) / area.columns
  }

  /// A row of lines with the place of its top left corner.
  private struct Placed {
    let line: Line
    let corner: Point
  }

  /// Rows of the notes; `keepsNext` holds a row with the one below it.
  private struct Row {
    let lines: [Line]
    let keepsNext: Bool

    var height: Length { lines.map { $0.style.size.scaled(by: $0.style.leading) }.max() ?? .zero }
    var space: Length { lines.first?.space ?? .zero }
  }

  private func rows(scale: Double, keepsBlocks: Bool) throws(Refusal) -> [Row] {
    var rows: [Row] = []
    for block in layout.notes {
      let lines = try lines(of: block, scale: scale)
      rows += lines.enumerated().map { index, line in
        let isInside = keepsBlocks && index + 1 < lines.count
        return Row(lines: line, keepsNext: isHeading(block) || isInside)
      }
    }
    return rows
  }

  /// How much each row takes together with those it holds below it.
  private func needs(of rows: [Row]) -> [Length] {
    var needs: [Length] = []
    for (index, row) in rows.enumerated().reversed() {
      let below = index + 1 < rows.count && row.keepsNext ? rows[index + 1].space : nil
      needs.append(row.height + (below.map { $0 + (needs.last ?? .zero) } ?? .zero))
    }
    return needs.reversed()
  }

  /// The rows in columns of about equal height, or `nil` when they do not fit.
  private func balanced(_ rows: [Row]) -> [Placed]? {
    let needs = needs(of: rows)
    guard var best = placed(rows, needs, height: area.frame.height) else { return nil }
    let step = Length.mm(1)
    var height = area.frame.height - step
    while height > .zero, let lower = placed(rows, needs, height: height) {
      best = lower
      height -= step
    }
    return best
  }

  /// The rows in columns of one height, or `nil` when there are not enough columns.
  private func placed(_ rows: [Row], _ needs: [Length], height limit: Length) -> [Placed]? {
    var column = 0
    var y = Length.zero
    var placed: [Placed] = []
    for (index, row) in rows.enumerated() {
      if y > .zero, y + row.space + needs[index] > limit {
        column += 1
        y = .zero
      } else if y > .zero {
        y += row.space
      }
      guard column < area.columns, y + row.height <= limit else { return nil }
      let corner = Point(
        x: area.frame.left + (columnWidth + area.gap) * column, y: area.frame.top + y)
      placed += row.lines.map { Placed(line: $0, corner: corner) }
      y += row.height
    }
    return placed
  }

  private func isHeading(_ block: NoteBlock) -> Bool {
    if case .heading = block { return true }
    return false
  }

  private func item(of placed: Placed) -> TextItem? {
    let line = placed.line
    guard !line.shaped.isBlank else { return nil }
    let baseline = placed.corner.y + line.style.size.scaled(by: 0.9)
    return line.shaped.item(
      at: Point(x: placed.corner.x + line.indent, y: baseline), ink: line.style.ink)
  }

  /// The rows of a block: lines that stand side by side.
  private func lines(of block: NoteBlock, scale: Double) throws(Refusal) -> [[Line]] {
    let style = layout.style(area.style).scaled(by: scale)
    let gap = style.size.scaled(by: 0.35)
    switch block {
    case .heading(let text):
      let heading = layout.style(area.headingStyle).scaled(by: scale)
      return try paragraph(text, heading, indent: .zero, space: gap * 2)
    case .paragraph(let text):
      return try paragraph(text, style, indent: .zero, space: gap)
    case .item(let label, let text, let level):
      let start = style.size.scaled(by: level == 0 ? 0 : 1.7)
      let indent = start + style.size.scaled(by: 1.7)
      var rows = try paragraph(text, style, indent: indent, space: gap)
      let mark = try setter.line(label, style: style)
      let line = Line(shaped: mark, indent: start, space: gap, style: style)
      if rows.isEmpty { rows = [[line]] } else { rows[0].insert(line, at: 0) }
      return rows
    case .table(let rows):
      return try table(rows, style, space: gap)
    }
  }

  private func paragraph(
    _ text: Pattern, _ style: Style, indent: Length, space: Length
  ) throws(Refusal) -> [[Line]] {
    let lines = try setter.lines(
      text.text(in: scope), style: style, width: columnWidth - indent)
    return lines.enumerated().map { index, line in
      [Line(shaped: line, indent: indent, space: index == 0 ? space : .zero, style: style)]
    }
  }

  /// Cells side by side: every column but the first is as wide as its widest cell, up to a third.
  private func table(
    _ rows: [[Pattern]], _ style: Style, space: Length
  ) throws(Refusal) -> [[Line]] {
    let widths = try columnWidths(rows, style)
    var result: [[Line]] = []
    for (rowIndex, row) in rows.enumerated() {
      var cells: [[Line]] = []
      var x = style.size
      for (index, cell) in row.enumerated() where index < widths.count {
        let shaped = try setter.lines(cell.text(in: scope), style: style, width: widths[index])
        let first = rowIndex == 0 ? space : style.size.scaled(by: 0.15)
        cells.append(
          shaped.enumerated().map { line, shaped in
            Line(shaped: shaped, indent: x, space: line == 0 ? first : .zero, style: style)
          })
        x += widths[index] + style.size
      }
      for line in 0..<(cells.map(\.count).max() ?? 0) {
        result.append(cells.compactMap { line < $0.count ? $0[line] : nil })
      }
    }
    return result
  }

  private func columnWidths(_ rows: [[Pattern]], _ style: Style) throws(Refusal) -> [Length] {
    let count = rows.map(\.count).max() ?? 0
    var widths: [Length] = []
    for index in 1..<max(count, 1) {
      var widest = Length.zero
      for row in rows where index < row.count {
        let cell = row[index].text(in: scope).string
        widest = max(widest, try setter.line(cell, style: style).width)
      }
      widths.append(min(widest, columnWidth / 3))
    }
    let others = widths.reduce(Length.zero, +) + style.size * (count + 1)
    return [columnWidth - others] + widths
  }
}

extension Style {
  /// The same style at another size.
  func scaled(by factor: Double) -> Style {
    Style(
      font: font, isBold: isBold, size: size.scaled(by: factor),
      minimum: minimum.scaled(by: factor), leading: leading, alignment: alignment, ink: ink)
  }
}
