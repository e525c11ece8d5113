import Diagnostics
import DisplayList
import Forms
import Measures

/// Distributes the rows of the goods table over sheets.
struct TableFlow {
  /// The rows of one sheet with the distance of each from the top of the table's body.
  struct Sheet {
    var rows: [(row: GoodsRow, top: Length, startsEntry: Bool)] = []
    var height = Length.zero
  }

  /// The table's body on the first sheet.
  let first: Length
  /// The table's body on every further sheet.
  let further: Length
  let gap: Length

  private(set) var sheets: [Sheet] = [Sheet()]

  init(first: Length, further: Length, gap: Length) {
    self.first = first
    self.further = further
    self.gap = gap
  }

  private var capacity: Length { sheets.count == 1 ? first : further }
  private var remaining: Length { capacity - sheets[sheets.count - 1].height }

  /// Puts a row below the last one; a row that is too tall for any sheet is divided between lines.
  mutating func add(_ row: GoodsRow) {
    var rest = row
    var startsEntry = true
    while !rest.isEmpty {
      let space = sheets[sheets.count - 1].rows.isEmpty ? gap / 2 : gap
      if rest.height + space <= remaining {
        place(rest, space: space, startsEntry)
        return
      }
      let isFresh = sheets[sheets.count - 1].rows.isEmpty
      if !isFresh, startsEntry, rest.height + gap <= further {
        sheets.append(Sheet())
        continue
      }
      let top = rest.takeTop(height: remaining - space, force: isFresh)
      if !top.isEmpty {
        place(top, space: space, startsEntry)
        startsEntry = false
      }
      if !rest.isEmpty { sheets.append(Sheet()) }
    }
  }

  /// Puts the closing lines below the last entry; they never stand alone on a sheet.
  mutating func close(with row: GoodsRow) {
    let isAlone = row.height + gap > remaining
    if isAlone, let last = sheets[sheets.count - 1].rows.last, last.startsEntry,
      sheets[sheets.count - 1].rows.count > 1, last.row.height + row.height + gap * 2 <= further
    {
      sheets[sheets.count - 1].rows.removeLast()
      sheets[sheets.count - 1].height = last.top - gap
      sheets.append(Sheet())
      add(last.row)
    }
    add(row)
  }

  private mutating func place(_ row: GoodsRow, space: Length, _ startsEntry: Bool) {
    let index = sheets.count - 1
    let top = sheets[index].height + space
    sheets[index].rows.append((row, top, startsEntry))
    sheets[index].height = top + row.height
  }
}
