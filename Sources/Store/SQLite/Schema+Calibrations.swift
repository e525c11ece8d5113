import GRDB

/// How far the desk's printers are off, as people read it.
extension Schema {
  /// Lengths are in 1/914 400 inch; blank paper has no series.
  static func printDeskCalibrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("print-desk-calibrations") { database in
      try database.execute(
        sql: """
          CREATE TABLE calibration (
            printer TEXT NOT NULL REFERENCES printer (name), tray TEXT NOT NULL,
            series TEXT NOT NULL, side TEXT NOT NULL,
            xx REAL NOT NULL, xy REAL NOT NULL, yx REAL NOT NULL, yy REAL NOT NULL,
            dx INTEGER NOT NULL, dy INTEGER NOT NULL, residual INTEGER NOT NULL,
            madeBy TEXT NOT NULL, madeAt INTEGER NOT NULL,
            confirmedBy TEXT, confirmedAt INTEGER, doubt TEXT,
            PRIMARY KEY (printer, tray, series, side)) STRICT;
          CREATE TABLE calibrationReading (
            printer TEXT NOT NULL, tray TEXT NOT NULL, series TEXT NOT NULL, side TEXT NOT NULL,
            mark INTEGER NOT NULL,
            nominalX INTEGER NOT NULL, nominalY INTEGER NOT NULL,
            readX INTEGER NOT NULL, readY INTEGER NOT NULL,
            PRIMARY KEY (printer, tray, series, side, mark),
            FOREIGN KEY (printer, tray, series, side) REFERENCES calibration) STRICT;
          """)
    }
  }
}
