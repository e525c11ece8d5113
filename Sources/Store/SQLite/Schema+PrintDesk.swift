import GRDB

/// The second step of the print desk: sheets, passes, stock, requests.
extension Schema {
  /// Rebuilds the table of outputs, since duplicates and copies share their original's serial, and adds the
  /// tables beside it.
  static func printDeskRuns(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("print-desk-2") { database in
      for part in [outputs, outputRules, stock, sheets, passes, passRules, cases] {
        try database.execute(sql: part)
      }
    }
  }

  /// The third step: the desk's printers, and whose seals are in force without a way past their pictures.
  static func printDeskPrinters(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("print-desk-3") { database in
      try database.execute(
        sql: """
          CREATE TABLE printer (
            name TEXT PRIMARY KEY, address TEXT NOT NULL, profile TEXT NOT NULL,
            place TEXT NOT NULL) STRICT;
          CREATE INDEX sealStanding ON seal (id, stage, owner);
          """)
    }
  }

  /// The stream of events: what was told stays told; it begins with what the register holds.
  static func printDeskEvents(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("print-desk-events") { database in
      try database.execute(
        sql: """
          CREATE TABLE event (
            ordinal INTEGER PRIMARY KEY, at INTEGER NOT NULL, subject TEXT NOT NULL, id TEXT NOT NULL,
            state TEXT NOT NULL, previous TEXT, details TEXT NOT NULL) STRICT;
          CREATE INDEX unfinishedOutput ON output (ordinal) WHERE state NOT IN ('issued', 'void');
          CREATE TRIGGER eventKept BEFORE DELETE ON event
            BEGIN SELECT raise(ABORT, 'an event is never taken back'); END;
          CREATE TRIGGER eventFixed BEFORE UPDATE ON event
            BEGIN SELECT raise(ABORT, 'an event is never changed'); END;
          INSERT INTO event (at, subject, id, state, details)
            SELECT unixepoch(), 'output', id, state,
              json_object('number', number, 'serial', serial, 'kind', kind)
            FROM output ORDER BY ordinal;
          INSERT INTO event (at, subject, id, state, details)
            SELECT unixepoch(), 'sheet', output || '/' || position, state, json_object('output', output)
            FROM sheet ORDER BY output, position;
          INSERT INTO event (at, subject, id, state, details)
            SELECT unixepoch(), 'pass', output || '/' || sheet || '/' || ordinal, state,
              json_object('output', output)
            FROM pass ORDER BY output, ordinal;
          INSERT INTO event (at, subject, id, state, details)
            SELECT unixepoch(), 'stock', series || ' ' || number, state,
              json_object('series', series, 'stock', number)
            FROM stock ORDER BY series, length(number), number;
          """)
    }
  }

  /// The fourth step: where the guard of a printer's queue keeps its journal.
  ///
  /// A queue that bears the printer's own name was made with a guard, whose journal had one place until then.
  static func printDeskJournals(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("print-desk-4") { database in
      try database.execute(
        sql: """
          ALTER TABLE printer ADD COLUMN journal TEXT;
          UPDATE printer SET journal = '/var/lib/originpress/once' WHERE address = name;
          """)
    }
  }

  /// The successor is checked when the unit of work ends: a void original without its replacement cannot be
  /// written.
  private static let outputs = """
    CREATE TABLE newOutput (
      ordinal INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      number TEXT NOT NULL REFERENCES approval (number),
      contentHash TEXT NOT NULL, kind TEXT NOT NULL, serial TEXT NOT NULL, copyOrdinal INTEGER,
      revision INTEGER NOT NULL, requestKey TEXT NOT NULL UNIQUE,
      moment INTEGER NOT NULL, day TEXT NOT NULL, device TEXT NOT NULL, seals TEXT NOT NULL,
      state TEXT NOT NULL, releaseEntry INTEGER, code TEXT, manifest TEXT, fileHash TEXT UNIQUE,
      fileEntry INTEGER, voidReason TEXT,
      successor TEXT REFERENCES newOutput (id) DEFERRABLE INITIALLY DEFERRED,
      voidCause TEXT, amendment TEXT,
      CHECK ((state = 'void') = (voidReason IS NOT NULL)),
      CHECK ((coalesce(voidReason, '') IN ('regenerated', 'replaced')) = (successor IS NOT NULL)),
      CHECK ((kind IN ('original', 'file')) = (copyOrdinal IS NULL))) STRICT;
    INSERT INTO newOutput (ordinal, id, number, contentHash, kind, serial, revision, requestKey,
        moment, day, device, seals, state, releaseEntry, code, manifest, fileHash, fileEntry,
        successor, voidReason)
      SELECT ordinal, id, number, contentHash, kind, serial, revision, requestKey,
        moment, day, device, seals, state, releaseEntry, code, manifest, fileHash, fileEntry,
        successor, iif(state = 'void', 'regenerated', NULL)
      FROM output;
    DROP TABLE output;
    ALTER TABLE newOutput RENAME TO output;
    """

  private static let outputRules = """
    CREATE UNIQUE INDEX liveOriginal ON output (number)
      WHERE state <> 'void' AND copyOrdinal IS NULL;
    CREATE UNIQUE INDEX originalSerial ON output (serial) WHERE copyOrdinal IS NULL;
    CREATE UNIQUE INDEX liveOrdinal ON output (number, kind, copyOrdinal)
      WHERE state <> 'void' AND copyOrdinal IS NOT NULL;
    CREATE INDEX outputByNumber ON output (number);
    CREATE TRIGGER outputNeverBack BEFORE UPDATE OF state ON output
      WHEN (old.state = 'void' AND new.state <> 'void')
        OR (old.state = 'issued' AND new.state NOT IN ('issued', 'void'))
        OR (old.state = 'uncertain' AND new.state NOT IN ('uncertain', 'issued', 'void'))
        OR (new.state = 'reserved' AND old.state <> 'reserved')
        OR (new.state = 'released' AND old.state NOT IN ('reserved', 'released'))
      BEGIN SELECT raise(ABORT, 'an output never goes back'); END;
    """

  private static let stock = """
    CREATE TABLE stock (
      series TEXT NOT NULL, number TEXT NOT NULL, state TEXT NOT NULL,
      printer TEXT, tray TEXT, sheet TEXT UNIQUE, cause TEXT,
      receivedBy TEXT NOT NULL, receivedAt INTEGER NOT NULL,
      lastBy TEXT NOT NULL, lastAt INTEGER NOT NULL, witness TEXT,
      PRIMARY KEY (series, number)) STRICT;
    CREATE INDEX stockByTray ON stock (state, printer, tray, series, length(number), number);
    """

  private static let sheets = """
    CREATE TABLE sheet (
      output TEXT NOT NULL REFERENCES output (id), position INTEGER NOT NULL,
      series TEXT, state TEXT NOT NULL, stock TEXT,
      turnedBy TEXT, turnedAt INTEGER, decidedBy TEXT, decidedAt INTEGER, witness TEXT, cause TEXT,
      PRIMARY KEY (output, position),
      FOREIGN KEY (series, stock) REFERENCES stock (series, number)) STRICT;
    CREATE UNIQUE INDEX sheetOfStock ON sheet (series, stock) WHERE stock IS NOT NULL;
    CREATE INDEX openSheet ON sheet (output) WHERE state IN ('expected', 'bound', 'printed');
    """

  private static let passes = """
    CREATE TABLE pass (
      output TEXT NOT NULL, ordinal INTEGER NOT NULL, sheet INTEGER NOT NULL,
      sides TEXT NOT NULL, state TEXT NOT NULL,
      job TEXT, printer TEXT, tray TEXT, document TEXT, burnedBy TEXT, burnedAt INTEGER,
      printerJob INTEGER, evidence TEXT, failure TEXT,
      PRIMARY KEY (output, ordinal),
      FOREIGN KEY (output, sheet) REFERENCES sheet (output, position),
      CHECK ((state IN ('planned', 'failed-before-burning')) = (job IS NULL))) STRICT;
    CREATE UNIQUE INDEX passOfJob ON pass (job) WHERE job IS NOT NULL;
    CREATE INDEX passUnderWay ON pass (output) WHERE state IN ('burned', 'sending', 'sent');
    """

  /// What was burned or sent never becomes unburned or unsent again, whatever callers do.
  private static let passRules = """
    CREATE TRIGGER burnedOnce BEFORE UPDATE OF job ON pass
      WHEN old.job IS NOT NULL AND new.job IS NOT old.job
      BEGIN SELECT raise(ABORT, 'a pass is burned once'); END;
    CREATE TRIGGER passNeverBack BEFORE UPDATE OF state ON pass
      WHEN (new.state = 'planned' AND old.state <> 'planned')
        OR (new.state = 'burned' AND old.state NOT IN ('planned', 'burned'))
        OR (new.state = 'sending' AND old.state NOT IN ('burned', 'sending'))
        OR (new.state = 'failed-before-burning'
          AND old.state NOT IN ('planned', 'failed-before-burning'))
        OR (old.state = 'uncertain' AND new.state <> 'uncertain')
      BEGIN SELECT raise(ABORT, 'a pass never goes back'); END;
    """

  private static let cases = """
    CREATE TABLE deskRequest (
      ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
      number TEXT NOT NULL REFERENCES approval (number), enterprise TEXT NOT NULL,
      subject TEXT NOT NULL, detail TEXT, note TEXT NOT NULL,
      askedBy TEXT NOT NULL, askedAt INTEGER NOT NULL, state TEXT NOT NULL,
      decidedBy TEXT, decidedAt INTEGER, remark TEXT,
      output TEXT REFERENCES output (id) DEFERRABLE INITIALLY DEFERRED) STRICT;
    CREATE INDEX deskRequestByNumber ON deskRequest (number);
    CREATE UNIQUE INDEX openRequest ON deskRequest (number, subject)
      WHERE state IN ('requested', 'approved');
    CREATE TABLE hold (
      ordinal INTEGER PRIMARY KEY,
      number TEXT NOT NULL REFERENCES approval (number), reason TEXT NOT NULL,
      placedBy TEXT NOT NULL, placedAt INTEGER NOT NULL,
      liftedBy TEXT, liftedAt INTEGER) STRICT;
    CREATE UNIQUE INDEX holdInForce ON hold (number, reason) WHERE liftedBy IS NULL;
    CREATE TABLE printPlace (
      number TEXT PRIMARY KEY REFERENCES approval (number), place TEXT NOT NULL,
      byPerson TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
    CREATE TABLE selfPrinting (
      enterprise TEXT PRIMARY KEY, isOpen INTEGER NOT NULL,
      byPerson TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
    """
}
