import DisplayList
import Forms
import Measures
import Typography

/// One entry of the goods table, set in lines column by column, not yet placed.
struct GoodsRow {
  /// A line or picture of one column.
  struct Mark {
    enum Kind {
      case line(ShapedLine, Style)
      case picture(Picture, Size)
    }

    let kind: Kind
    let field: String?
    /// The height it takes.
    let height: Length
  }

  /// The marks of each column, in the order of the table's columns.
  var columns: [[Mark]]

  /// The height of the tallest column.
  var height: Length {
    columns.map { $0.reduce(Length.zero) { $0 + $1.height } }.max() ?? .zero
  }

  var isEmpty: Bool { columns.allSatisfy(\.isEmpty) }

  /// Takes off what fits into a height; at least one mark of the tallest column when `force` is set.
  mutating func takeTop(height: Length, force: Bool) -> GoodsRow {
    var top = GoodsRow(columns: [])
    for index in columns.indices {
      var used = Length.zero
      var count = 0
      for mark in columns[index] {
        let isForced = force && count == 0
        guard used + mark.height <= height || isForced else { break }
        used += mark.height
        count += 1
      }
      top.columns.append(Array(columns[index].prefix(count)))
      columns[index].removeFirst(count)
    }
    return top
  }
}
