import DisplayList
import Forms
import Measures
import Support
import Testing
import Typography

@testable import Typesetting

/// How the rows of the goods table are distributed over sheets.
@Suite struct TableFlowTests {
  /// An entry of lines of 1 mm each, named after the entry and the line.
  private func row(_ name: Int, lines: Int, columns: Int = 1) -> GoodsRow {
    GoodsRow(
      columns: (0..<columns).map { column in
        // Every further column is one line shorter.
        (0..<max(1, lines - column)).map { mark("\(name).\($0).\(column)", .mm(1)) }
      })
  }

  private func mark(_ text: String, _ height: Length) -> GoodsRow.Mark {
    let style = Style(
      font: "sans", isBold: false, size: .pt(9), minimum: .pt(9), leading: 1.2, alignment: .left,
      ink: .black)
    let line = ShapedLine(source: text, runs: [], width: .mm(1), size: .pt(9))
    return GoodsRow.Mark(kind: .line(line, style), field: nil, height: height)
  }

  private func names(_ row: GoodsRow) -> [String] {
    row.columns.flatMap { marks in
      marks.compactMap { mark in
        if case .line(let line, _) = mark.kind { return line.source }
        return nil
      }
    }
  }

  private func flow(_ lines: [Int], first: Int, further: Int, gap: Double, closing: Int = 1)
    -> TableFlow
  {
    var flow = TableFlow(
      first: .mm(Double(first)), further: .mm(Double(further)), gap: .mm(gap))
    for (index, count) in lines.enumerated() { flow.add(row(index, lines: count)) }
    flow.close(with: row(99, lines: closing))
    return flow
  }

  /// The sheets as lists of marks, such as `0.0 0.1 | 1.0 99.0`.
  private func text(_ flow: TableFlow) -> String {
    flow.sheets.map { sheet in
      sheet.rows.flatMap { names($0.row) }.map { $0.dropLast(2) }.joined(separator: " ")
    }.joined(separator: " | ")
  }

  @Test(arguments: [
    ([1, 1], 10, "0.0 1.0 99.0"),
    ([2, 2], 4, "0.0 0.1 | 1.0 1.1 99.0"),
    ([1, 1, 1], 3, "0.0 1.0 | 2.0 99.0"),
    ([4], 4, "0.0 0.1 0.2 | 0.3 99.0"),
    ([7], 4, "0.0 0.1 0.2 0.3 | 0.4 0.5 0.6 99.0"),
    ([1, 5], 4, "0.0 1.0 1.1 1.2 | 1.3 1.4 99.0"),
    ([], 4, "99.0"),
  ])
  func smallTables(_ lines: [Int], _ height: Int, _ sheets: String) {
    #expect(text(flow(lines, first: height, further: height, gap: 0)) == sheets)
  }

  @Test func everySmallTable() {
    var count = 0
    for first in 1...5 {
      for further in 2...5 {
        for gap in [0, 0.5] {
          for lines in Self.tables(rows: 4, tallest: 4) {
            check(lines, flow(lines, first: first, further: further, gap: gap), gap)
            count += 1
          }
        }
      }
    }
    #expect(count == 40 * 341)
  }

  /// Every list of up to `rows` numbers from 1 to `tallest`.
  private static func tables(rows: Int, tallest: Int) -> [[Int]] {
    guard rows > 0 else { return [[]] }
    let shorter = tables(rows: rows - 1, tallest: tallest)
    return shorter
      + shorter.filter { $0.count == rows - 1 }.flatMap { table in
        (1...tallest).map { table + [$0] }
      }
  }

  private func check(_ lines: [Int], _ flow: TableFlow, _ gap: Double) {
    func fail(_ what: String) {
      Issue.record("\(what): \(lines) first \(flow.first) gap \(gap): \(text(flow))")
    }
    let all = lines.enumerated().flatMap { names(row($0, lines: $1)) } + ["99.0.0"]
    let found = flow.sheets.flatMap { $0.rows.flatMap { names($0.row) } }
    if found != all { fail("rows are lost or out of order") }
    for (index, sheet) in flow.sheets.enumerated() {
      let capacity = index == 0 ? flow.first : flow.further
      let marks = sheet.rows.flatMap { names($0.row) }
      if sheet.height > capacity, marks.count > 1 { fail("too high") }
      if marks.isEmpty, index > 0 || flow.sheets.count > 1, !(index == 0 && flow.first < .mm(2)) {
        fail("an empty sheet")
      }
      var bottom = Length.zero
      for entry in sheet.rows {
        if entry.top < bottom { fail("rows overlap") }
        bottom = entry.top + entry.row.height
      }
    }
    checkClosing(flow, fail)
  }

  /// The closing line has company wherever the sheet before can spare a line.
  private func checkClosing(_ flow: TableFlow, _ fail: (String) -> Void) {
    guard flow.sheets.count > 1, let last = flow.sheets.last, last.rows.count == 1 else { return }
    let before = flow.sheets[flow.sheets.count - 2].rows
    let spare = before.reduce(0) { $0 + names($1.row).count }
    if spare > 1, .mm(2) + flow.gap * 2 <= flow.further {
      fail("the closing line is alone")
    }
  }

  @Test func aRowTallerThanASheetIsDivided() {
    let flow = flow([12], first: 4, further: 5, gap: 0)
    #expect(flow.sheets.map { $0.rows.count } == [1, 1, 2])
    #expect(flow.sheets.flatMap { $0.rows.map(\.startsEntry) } == [true, false, false, true])
  }

  @Test func aMarkTallerThanASheetStandsAlone() {
    var flow = TableFlow(first: .mm(5), further: .mm(5), gap: .zero)
    flow.add(row(0, lines: 1))
    flow.add(GoodsRow(columns: [[mark("1.0.0", .mm(9)), mark("1.1.0", .mm(1))]]))
    flow.close(with: row(99, lines: 1))
    #expect(text(flow) == "0.0 | 1.0 | 1.1 99.0")
  }

  @Test func columnsAreDividedSideBySide() {
    var row = row(0, lines: 5, columns: 3)
    let top = row.takeTop(height: .mm(3), force: false)
    #expect(top.columns.map(\.count) == [3, 3, 3])
    #expect(row.columns.map(\.count) == [2, 1, 0])
    #expect(top.height == .mm(3) && row.height == .mm(2))
  }

  @Test func nothingIsTakenWhereNothingFits() {
    var row = row(0, lines: 2)
    #expect(row.takeTop(height: .mm(0.5), force: false).isEmpty)
    #expect(row.takeTop(height: .mm(0.5), force: true).height == .mm(1))
    #expect(row.height == .mm(1))
  }
}
