import GRDB
import PrintDesk

/// Numbered stock in one table, a row a sheet.
struct SQLiteStock: StockRepository {
  let database: Database

  func sheet(_ number: StockNumber) throws -> StockSheet? {
    try list("series = ? AND number = ?", [number.series, number.text]).first
  }

  func sheets(series: String?) throws -> [StockSheet] {
    guard let series else { return try list("TRUE", []) }
    return try list("series = ?", [series])
  }

  func top(of tray: Tray) throws -> StockSheet? {
    try list("state = 'loaded' AND printer = ? AND tray = ?", [tray.printer, tray.name], limit: 1)
      .first
  }

  func loadedCount(of series: String, in tray: Tray) throws -> Int {
    try database.value(
      sql: """
        SELECT count(*) FROM stock
        WHERE state = 'loaded' AND printer = ? AND tray = ? AND series = ?
        """, arguments: [tray.printer, tray.name, series]) ?? 0
  }

  func bound(in tray: Tray) throws -> [StockSheet] {
    try list("state = 'bound' AND printer = ? AND tray = ?", [tray.printer, tray.name])
  }

  func insert(_ sheets: [StockSheet]) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO stock (state, printer, tray, sheet, cause, lastBy, lastAt, witness, series,
          number, receivedBy, receivedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for sheet in sheets {
      try statement.execute(
        arguments: Self.state(of: sheet) + Self.name(of: sheet)
          + [sheet.received.by, sheet.received.at])
    }
  }

  func update(_ sheet: StockSheet) throws {
    try database.run(
      sql: """
        UPDATE stock SET state = ?, printer = ?, tray = ?, sheet = ?, cause = ?, lastBy = ?,
          lastAt = ?, witness = ? WHERE series = ? AND number = ?
        """,
      arguments: Self.state(of: sheet) + Self.name(of: sheet))
    precondition(database.changesCount == 1, "only known stock gets a new state")
  }

  // MARK: Rows

  /// Sheets by number; at most so many.
  private func list(
    _ condition: String, _ arguments: StatementArguments, limit: Int = -1
  ) throws -> [StockSheet] {
    try database.rows(
      sql: """
        SELECT * FROM stock WHERE \(condition) ORDER BY series, length(number), number LIMIT ?
        """,
      arguments: arguments + [limit]
    ).map(Self.sheet)
  }

  private static func name(of sheet: StockSheet) -> StatementArguments {
    [sheet.number.series, sheet.number.text]
  }

  private static func state(of sheet: StockSheet) -> StatementArguments {
    [
      sheet.state.rawValue, sheet.tray?.printer, sheet.tray?.name, sheet.sheet,
      sheet.cause?.rawValue, sheet.last.by, sheet.last.at, sheet.witness,
    ]
  }

  private static func sheet(_ row: Row) throws -> StockSheet {
    let columns = Columns(row)
    let tray = (row["printer"] as String?).map { Tray(printer: $0, name: row["tray"]) }
    return StockSheet(
      StockNumber(series: row["series"], text: row["number"]), received: columns.act("received"),
      state: try columns.choice("state"), tray: tray, sheet: row["sheet"],
      cause: try columns.optionalChoice("cause"), last: columns.act("last"),
      witness: row["witness"])
  }
}
