import Devices
import GRDB
import Measures
import PrintDesk

/// Lengths of forms in one table, what was read in another.
extension SQLiteCalibrations {
  private static let here = "printer = ? AND tray = ? AND series = ?"

  func formPitch(at place: FormPitchPlace) throws -> KeptFormPitch? {
    try database.row(
      sql: "SELECT * FROM formPitch WHERE \(Self.here)", arguments: Self.key(place)
    ).map(formPitch)
  }

  func formPitches() throws -> [KeptFormPitch] {
    try database.rows(sql: "SELECT * FROM formPitch ORDER BY printer, tray, series").map(formPitch)
  }

  func keep(_ kept: KeptFormPitch) throws {
    let key = Self.key(kept.place)
    try database.run(sql: "DELETE FROM formPitchReading WHERE \(Self.here)", arguments: key)
    try database.run(
      sql: """
        INSERT OR REPLACE INTO formPitch (printer, tray, series, formPitch, residual,
          madeBy, madeAt, confirmedBy, confirmedAt, doubt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: key + [
        kept.fit.micrometres, kept.fit.residual.units, kept.made.by, kept.made.at,
        kept.confirmed?.by, kept.confirmed?.at, kept.doubt?.rawValue,
      ])
    for reading in kept.readings {
      try database.run(
        sql: """
          INSERT INTO formPitchReading (printer, tray, series, form, read) VALUES (?, ?, ?, ?, ?)
          """, arguments: key + [reading.form, reading.read.units])
    }
  }

  // MARK: Rows

  private static func key(_ place: FormPitchPlace) -> StatementArguments {
    [place.tray.printer, place.tray.name, place.series ?? ""]
  }

  private func formPitch(_ row: Row) throws -> KeptFormPitch {
    let columns = Columns(row)
    let series: String = row["series"]
    let place = FormPitchPlace(
      tray: Tray(printer: row["printer"], name: row["tray"]), series: series.isEmpty ? nil : series)
    let fit = FormPitchFit(
      micrometres: row["formPitch"], residual: Length(units: row["residual"]))
    return KeptFormPitch(
      fit, from: try readings(at: place), at: place, by: columns.act("made"),
      confirmed: columns.optionalAct("confirmed"), doubt: try columns.optionalChoice("doubt"))
  }

  private func readings(at place: FormPitchPlace) throws -> [FormReading] {
    try database.rows(
      sql: "SELECT * FROM formPitchReading WHERE \(Self.here) ORDER BY form",
      arguments: Self.key(place)
    ).map { FormReading(form: $0["form"], read: Length(units: $0["read"])) }
  }
}
