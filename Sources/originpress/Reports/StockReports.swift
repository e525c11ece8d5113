import Notation
import PrintDesk

/// What a count says, for people and for scripts.
struct StockCountReport {
  private let count: StockCount

  init(_ count: StockCount) { self.count = count }

  /// Writes the report to standard output.
  func write(asJSON: Bool) {
    guard asJSON else { return print(text) }
    let answer: JSONValue = [
      "agrees": .bool(count.agrees), "missing": .list(count.missing.map { .text($0.text) }),
      "misplaced": .list(
        count.misplaced.map {
          ["number": .text($0.number.text), "state": .text($0.state.rawValue)]
        }), "unknown": .list(count.unknown.map { .text($0.text) }),
    ]
    print(JSONWriter.text(answer), terminator: "")
  }

  private var text: String {
    let lines =
      count.missing.map { "missing  \($0)" }
      + count.misplaced.map { "misplaced  \($0.number)  \($0.state.rawValue)" }
      + count.unknown.map { "unknown  \($0)" }
    return lines.isEmpty ? "agrees" : lines.joined(separator: "\n")
  }
}

/// Where numbered sheets are: runs of numbers in the same state, for people; each one for scripts.
struct StockReport {
  private let sheets: [StockSheet]

  init(_ sheets: [StockSheet]) { self.sheets = sheets }

  /// Writes the report to standard output.
  func write(asJSON: Bool) {
    guard asJSON else { return print(text) }
    print(JSONWriter.text(.list(sheets.map(Self.json))), terminator: "")
  }

  private var text: String {
    let runs = sheets.reduce(into: [[StockSheet]]()) { runs, sheet in
      let last = runs.last?.last
      if let last, Self.place(of: last) == Self.place(of: sheet), sheet.sheet == nil {
        runs[runs.count - 1].append(sheet)
      } else {
        runs.append([sheet])
      }
    }
    return runs.isEmpty ? "-" : runs.map(Self.line).joined(separator: "\n")
  }

  private static func line(_ run: [StockSheet]) -> String {
    let last = run.count > 1 ? " to \(run[run.count - 1].number.text)" : ""
    let sheet = run[0].sheet.map { "  \($0)" } ?? ""
    return "\(run[0].number)\(last)  \(run.count)  \(place(of: run[0]))\(sheet)"
  }

  private static func place(of sheet: StockSheet) -> String {
    let isInTray = sheet.state == .loaded || sheet.state == .bound
    let tray = isInTray ? sheet.tray.map { " \($0.printer) \($0.name)" } ?? "" : ""
    return "\(sheet.number.series) \(sheet.state.rawValue)\(tray)"
  }

  private static func json(_ sheet: StockSheet) -> JSONValue {
    .object([
      "series": .text(sheet.number.series), "number": .text(sheet.number.text),
      "state": .text(sheet.state.rawValue), "printer": sheet.tray.map { .text($0.printer) },
      "tray": sheet.tray.map { .text($0.name) }, "sheet": sheet.sheet.map { .text($0) },
      "cause": sheet.cause.map { .text($0.rawValue) }, "by": .text(sheet.last.by),
      "witness": sheet.witness.map { .text($0) },
    ])
  }
}
