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

  /// Puts the closing lines below the last entry.
  ///
  /// Where they need a sheet of their own, the last entry goes with them, or else its last lines.
  mutating func close(with row: GoodsRow) {
    if row.height + gap > remaining, let (company, startsEntry) = company(for: row) {
      sheets.append(Sheet())
      place(company, space: gap / 2, startsEntry)
    }
    add(row)
  }

  /// Takes the last entry off its sheet, or what can be taken without leaving the sheet empty.
  private mutating func company(for closing: GoodsRow) -> (row: GoodsRow, startsEntry: Bool)? {
    let index = sheets.count - 1
    guard let last = sheets[index].rows.last else { return nil }
    let room = further - closing.height - gap - gap / 2
    if sheets[index].rows.count > 1, last.row.height <= room {
      sheets[index].rows.removeLast()
      sheets[index].height = last.top - gap
      return (last.row, last.startsEntry)
    }
    var rest = last.row
    let top = rest.takeTop(height: rest.height - Length(units: 1), force: false)
    guard !top.isEmpty, rest.height <= room else { return nil }
    sheets[index].rows[sheets[index].rows.count - 1].row = top
    sheets[index].height = last.top + top.height
    return (rest, false)
  }

  private mutating func place(_ row: GoodsRow, space: Length, _ startsEntry: Bool) {
    let index = sheets.count - 1
    let top = sheets[index].height + space
    sheets[index].rows.append((row, top, startsEntry))
    sheets[index].height = top + row.height
  }
}
