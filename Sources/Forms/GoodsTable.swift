package import Diagnostics
package import Measures
package import Notation

/// The goods table of a face: columns side by side, one entry below the other.
package struct GoodsTable: Hashable, Sendable, NodeReadable {
  /// What the entries of a table are.
  package enum Rows: String, CaseIterable, NodeChoice {
    /// One for each of the goods.
    case goods
    /// One for each material beside the goods item it went into; one for each item without its
    /// materials, to be filled in by hand, where the certificate states none.
    case materials
  }

  /// One column.
  package struct Column: Hashable, Sendable, NodeReadable {
    /// The column's box number.
    package let id: String
    /// The width from border to border.
    package let width: Length
    /// The words at the column's head.
    package let caption: Pattern
    /// What the column shows of each entry.
    package let show: Pattern
    /// The style of the entries, a name of `styles`.
    package let style: String
    /// What this column does with pictures of shipping marks.
    package let pictures: MarkPictures
    /// The most lines an entry may take here before it moves to the attachment; `nil` for no limit.
    package let lineLimit: Int?
    /// Where the members stand.
    package let places: MemberPlaces

    /// Reads a column, or reports what is wrong with it.
    package init?(_ node: Node, _ findings: Findings) {
      guard let reader = ObjectReader(node, findings) else { return nil }
      places = reader.places
      let id: String? = reader.required("id")
      let width: Length? = reader.required("width")
      let caption: Pattern? = reader.required("caption")
      let show: Pattern? = reader.required("show")
      style = reader.optional("style") ?? "value"
      let pictures = MarkPictures(reader)
      lineLimit = reader.optional("attachment-above")
      reader.finish()
      guard let id, let width, let caption, let show, let pictures else { return nil }
      self.pictures = pictures
      self.id = id
      self.width = width
      self.caption = caption
      self.show = show
    }
  }

  /// The frame with the head, relative to the paper.
  package let frame: Rect
  /// What the entries are; the goods unless stated.
  package let rows: Rows
  /// The height of the captions at the top of the frame.
  package let headHeight: Length
  /// The style of the captions, a name of `styles`.
  package let captionStyle: String
  /// The columns from left to right; their widths add up to the frame's.
  package let columns: [Column]
  /// Free space between entries.
  package let gap: Length
  /// Whether a thin rule separates entries.
  package let hasRowRules: Bool
  /// The line below the last entry, over the columns from `closingColumn` on; `nil` for none.
  package let total: Pattern?
  /// The column that total and end mark stand in.
  package let closingColumn: String
  /// The words that close the table, such as `***`.
  package let endMark: String
  /// Where the members stand.
  package let places: MemberPlaces

  /// Reads a table, or reports what is wrong with it.
  package init?(_ node: Node, _ findings: Findings) {
    guard let reader = ObjectReader(node, findings) else { return nil }
    places = reader.places
    let frame: Rect? = reader.required("frame")
    let head: Length? = reader.required("head-height")
    let columns: [Column]? = reader.required("columns")
    let closing: String? = reader.required("closing-column")
    let endMark: String? = reader.required("end-mark")
    rows = reader.optional("rows") ?? .goods
    captionStyle = reader.optional("caption-style") ?? "caption"
    gap = reader.optional("gap") ?? .mm(1)
    hasRowRules = reader.optional("row-rules") ?? false
    total = reader.optional("total")
    reader.finish()
    guard let frame, let head, let columns, let closing, let endMark else { return nil }
    self.frame = frame
    headHeight = head
    self.columns = columns
    closingColumn = closing
    self.endMark = endMark
    check(reader)
  }

  private func check(_ reader: ObjectReader) {
    if headHeight >= frame.height || headHeight < .zero || gap < .zero
      || columns.contains(where: { $0.width <= .zero })
    {
      reader.findings.error(at: reader.place, Wording.tableMeasures)
    }
    let sum = columns.reduce(Length.zero) { $0 + $1.width }
    if sum != frame.width {
      reader.findings.error(
        at: reader.place(of: "columns"), Wording.columnWidths(sum, frame.width))
    }
    if !columns.contains(where: { $0.id == closingColumn }) {
      reader.findings.error(
        at: reader.place(of: "closing-column"), Wording.unknownColumn(closingColumn),
        hint: Hint.allowed(columns.map(\.id)))
    }
  }

  /// The part of the frame that entries stand in.
  package var body: Rect { frame.inset(top: headHeight) }

  /// Each column with its frame from the top of the table to its bottom.
  package var columnFrames: [(column: Column, frame: Rect)] {
    var x = frame.left
    return columns.map { column in
      defer { x += column.width }
      return (column, Rect(x: x, y: frame.top, width: column.width, height: frame.height))
    }
  }
}
