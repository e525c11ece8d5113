import Foundation
import GRDB
import Notation
import PrintDesk

/// Sheets and passes in a table each; a stock number's one sheet and a job's one pass are indexes.
struct SQLiteRuns: RunRepository {
  let database: Database

  func sheets(of output: String) throws -> [Sheet] {
    try database.rows(
      sql: "SELECT * FROM sheet WHERE output = ? ORDER BY position",
      arguments: [output]
    ).map(Self.sheet)
  }

  func passes(of output: String) throws -> [Pass] {
    try database.rows(
      sql: "SELECT * FROM pass WHERE output = ? ORDER BY ordinal", arguments: [output]
    ).map(Self.pass)
  }

  func outputsUnderWay() throws -> [String] {
    try database.values(
      sql: """
        SELECT id FROM output WHERE id IN (
          SELECT output FROM pass
          WHERE state IN ('burned', 'sending', 'sent') AND (state <> 'sent' OR evidence IS NULL))
        ORDER BY ordinal
        """)
  }

  func doubtfulOutputs(printer: String) throws -> [String] {
    try database.values(
      sql: """
        SELECT id FROM output WHERE id IN (
          SELECT pass.output FROM sheet
          CROSS JOIN pass ON pass.output = sheet.output AND pass.sheet = sheet.position
          WHERE sheet.state IN ('expected', 'bound', 'printed') AND pass.printer = ?
            AND (pass.state = 'uncertain'
              OR pass.state = 'sent' AND sheet.state = 'printed' AND sheet.stock IS NOT NULL))
        ORDER BY ordinal
        """, arguments: [printer])
  }

  func output(job: String) throws -> String? {
    try database.value(sql: "SELECT output FROM pass WHERE job = ?", arguments: [job])
  }

  func keep(_ sheets: [Sheet], _ passes: [Pass]) throws {
    for sheet in sheets { try keep(sheet) }
    for pass in passes { try keep(pass) }
  }

  // MARK: Rows

  private func keep(_ sheet: Sheet) throws {
    try database.run(
      sql: """
        INSERT INTO sheet (output, position, series, state, stock, turnedBy, turnedAt, decidedBy,
          decidedAt, witness, cause)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (output, position) DO UPDATE SET
          state = excluded.state, stock = excluded.stock, turnedBy = excluded.turnedBy,
          turnedAt = excluded.turnedAt, decidedBy = excluded.decidedBy,
          decidedAt = excluded.decidedAt, witness = excluded.witness, cause = excluded.cause
        """,
      arguments: [
        sheet.output, sheet.position, sheet.paper.series, sheet.state.rawValue, sheet.stock?.text,
        sheet.turned?.by, sheet.turned?.at, sheet.decided?.by, sheet.decided?.at, sheet.witness,
        sheet.cause?.rawValue,
      ])
  }

  private func keep(_ pass: Pass) throws {
    try database.run(
      sql: """
        INSERT INTO pass (output, ordinal, sheet, sides, state, job, printer, tray, document,
          burnedBy, burnedAt, printerJob, evidence, failure)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (output, ordinal) DO UPDATE SET
          state = excluded.state, job = excluded.job, printer = excluded.printer,
          tray = excluded.tray, document = excluded.document, burnedBy = excluded.burnedBy,
          burnedAt = excluded.burnedAt, printerJob = excluded.printerJob,
          evidence = excluded.evidence, failure = excluded.failure
        """,
      arguments: [
        pass.output, pass.ordinal, pass.sheet, pass.sides.rawValue, pass.state.rawValue,
        pass.burn?.job, pass.burn?.printer, pass.burn?.tray, pass.burn?.document,
        pass.burn?.act.by, pass.burn?.act.at, pass.printerJob,
        pass.evidence.map { JSONWriter.text($0.json) }, pass.failure,
      ])
  }

  private static func sheet(_ row: Row) throws -> Sheet {
    let columns = Columns(row)
    let series: String? = row["series"]
    let paper = series.map { Paper.numbered(series: $0) } ?? .blank
    let stock = series.flatMap { series in
      (row["stock"] as String?).map { StockNumber(series: series, text: $0) }
    }
    return Sheet(
      output: row["output"], position: row["position"], paper: paper,
      state: try columns.choice("state"), stock: stock, turned: columns.optionalAct("turned"),
      decided: columns.optionalAct("decided"), witness: row["witness"],
      cause: try columns.optionalChoice("cause"))
  }

  private static func pass(_ row: Row) throws -> Pass {
    let columns = Columns(row)
    let burn = (row["job"] as String?).map { job in
      Burn(
        job: job, printer: row["printer"], tray: row["tray"], document: row["document"],
        act: columns.act("burned"))
    }
    return Pass(
      output: row["output"], sheet: row["sheet"], ordinal: row["ordinal"],
      sides: try columns.choice("sides"), state: try columns.choice("state"), burn: burn,
      printerJob: row["printerJob"], evidence: try columns.value("evidence"),
      failure: row["failure"])
  }
}
