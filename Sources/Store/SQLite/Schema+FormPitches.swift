import GRDB

/// How long the forms in the desk's printers are, as people measured it.
extension Schema {
  /// `formPitch` is what each form is longer than stated, in micrometres; lengths are in 1/914 400 inch;
  /// blank forms have no series.
  static func printDeskFormPitches(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("print-desk-form-pitches") { database in
      try database.execute(
        sql: """
          CREATE TABLE formPitch (
            printer TEXT NOT NULL REFERENCES printer (name), tray TEXT NOT NULL,
            series TEXT NOT NULL, formPitch INTEGER NOT NULL, residual INTEGER NOT NULL,
            madeBy TEXT NOT NULL, madeAt INTEGER NOT NULL,
            confirmedBy TEXT, confirmedAt INTEGER, doubt TEXT,
            PRIMARY KEY (printer, tray, series)) STRICT;
          CREATE TABLE formPitchReading (
            printer TEXT NOT NULL, tray TEXT NOT NULL, series TEXT NOT NULL,
            form INTEGER NOT NULL, read INTEGER NOT NULL,
            PRIMARY KEY (printer, tray, series, form),
            FOREIGN KEY (printer, tray, series) REFERENCES formPitch) STRICT;
          """)
    }
  }
}
