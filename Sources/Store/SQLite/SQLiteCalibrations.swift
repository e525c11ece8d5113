import Devices
import GRDB
import Measures
import PrintDesk

/// Calibrations in one table, what was read in another.
struct SQLiteCalibrations: CalibrationRepository {
  let database: Database

  private static let here = "printer = ? AND tray = ? AND series = ? AND side = ?"

  func calibration(at place: CalibrationPlace) throws -> KeptCalibration? {
    try database.row(
      sql: "SELECT * FROM calibration WHERE \(Self.here)", arguments: Self.key(place)
    ).map(calibration)
  }

  func calibrations() throws -> [KeptCalibration] {
    try database.rows(
      sql: "SELECT * FROM calibration ORDER BY printer, tray, series, side DESC"
    ).map(calibration)
  }

  func keep(_ calibration: KeptCalibration) throws {
    let key = Self.key(calibration.place)
    try database.run(
      sql: "DELETE FROM calibrationReading WHERE \(Self.here)", arguments: key)
    try database.run(
      sql: """
        INSERT OR REPLACE INTO calibration (printer, tray, series, side, xx, xy, yx, yy, dx, dy,
          residual, madeBy, madeAt, confirmedBy, confirmedAt, doubt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: key + Self.values(of: calibration))
    for reading in calibration.readings {
      try database.run(
        sql: """
          INSERT INTO calibrationReading
            (printer, tray, series, side, mark, nominalX, nominalY, readX, readY)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: key + [
          reading.mark, reading.nominal.x.units, reading.nominal.y.units, reading.read.x.units,
          reading.read.y.units,
        ])
    }
  }

  // MARK: Rows

  private static func key(_ place: CalibrationPlace) -> StatementArguments {
    [place.tray.printer, place.tray.name, place.series ?? "", place.side.rawValue]
  }

  private static func values(of calibration: KeptCalibration) -> StatementArguments {
    let (map, residual) = (calibration.fit.deviation, calibration.fit.residual)
    return [
      map.xx, map.xy, map.yx, map.yy, map.dx.units, map.dy.units, residual.units,
      calibration.made.by, calibration.made.at, calibration.confirmed?.by,
      calibration.confirmed?.at, calibration.doubt?.rawValue,
    ]
  }

  private func calibration(_ row: Row) throws -> KeptCalibration {
    let columns = Columns(row)
    let series: String = row["series"]
    let place = CalibrationPlace(
      tray: Tray(printer: row["printer"], name: row["tray"]),
      series: series.isEmpty ? nil : series, side: try columns.choice("side"))
    let deviation = Transform(
      xx: row["xx"], xy: row["xy"], yx: row["yx"], yy: row["yy"], dx: Length(units: row["dx"]),
      dy: Length(units: row["dy"]))
    return KeptCalibration(
      CalibrationFit(deviation: deviation, residual: Length(units: row["residual"])),
      from: try readings(at: place), at: place, by: columns.act("made"),
      confirmed: columns.optionalAct("confirmed"), doubt: try columns.optionalChoice("doubt"))
  }

  private func readings(at place: CalibrationPlace) throws -> [CalibrationReading] {
    try database.rows(
      sql: "SELECT * FROM calibrationReading WHERE \(Self.here) ORDER BY mark",
      arguments: Self.key(place)
    ).map { row in
      let columns = Columns(row)
      return CalibrationReading(
        mark: row["mark"], nominal: columns.point("nominal"), read: columns.point("read"))
    }
  }
}
