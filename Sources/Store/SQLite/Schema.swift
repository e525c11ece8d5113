import GRDB

/// The tables of the register, module by module; a migration that was released is never edited.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    certificates(&migrator)
    printDesk(&migrator)
    seals(&migrator)
    printDeskRuns(&migrator)
    printDeskPrinters(&migrator)
    printDeskEvents(&migrator)
    printDeskJournals(&migrator)
    printDeskCalibrations(&migrator)
    printDeskFormPitches(&migrator)
    return migrator
  }

  private static func certificates(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("certificates-1") { database in
      try database.execute(
        sql: """
          CREATE TABLE counter (name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
          CREATE TABLE approval (
            number TEXT PRIMARY KEY,
            contentHash TEXT NOT NULL UNIQUE, requestHash TEXT NOT NULL UNIQUE,
            officer TEXT NOT NULL, date TEXT NOT NULL, place TEXT NOT NULL,
            printPlace TEXT NOT NULL, sealMode TEXT NOT NULL,
            enterprise TEXT NOT NULL, signatory TEXT, moment INTEGER NOT NULL,
            content BLOB NOT NULL) STRICT;
          """)
    }
  }

  private static func printDesk(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("print-desk-1") { database in
      try database.execute(
        sql: """
          CREATE TABLE operator (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL,
            salt BLOB NOT NULL, hash BLOB NOT NULL, isActive INTEGER NOT NULL) STRICT;
          CREATE TABLE output (
            ordinal INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            number TEXT NOT NULL REFERENCES approval (number),
            contentHash TEXT NOT NULL, kind TEXT NOT NULL, serial TEXT NOT NULL UNIQUE,
            revision INTEGER NOT NULL, requestKey TEXT NOT NULL UNIQUE,
            moment INTEGER NOT NULL, day TEXT NOT NULL, device TEXT NOT NULL, seals TEXT NOT NULL,
            state TEXT NOT NULL, releaseEntry INTEGER, code TEXT, manifest TEXT, fileHash TEXT UNIQUE,
            fileEntry INTEGER, successor TEXT) STRICT;
          CREATE UNIQUE INDEX liveOriginal ON output (number) WHERE state <> 'void';
          CREATE INDEX outputByNumber ON output (number);
          CREATE TABLE outputFile (
            output TEXT PRIMARY KEY REFERENCES output (id), bytes BLOB NOT NULL) STRICT;
          """)
    }
  }

  private static func seals(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("seals-1") { database in
      try database.execute(
        sql: """
          CREATE TABLE seal (
            id TEXT PRIMARY KEY,
            owner TEXT NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL, shape TEXT NOT NULL,
            width INTEGER NOT NULL, height INTEGER NOT NULL,
            frameWidth INTEGER NOT NULL, frameHeight INTEGER NOT NULL, ink TEXT NOT NULL,
            percent INTEGER NOT NULL, offsetX INTEGER NOT NULL, offsetY INTEGER NOT NULL,
            slider INTEGER NOT NULL, digest TEXT NOT NULL,
            enrolledBy TEXT NOT NULL, enrolledAt INTEGER NOT NULL,
            maskKey BLOB NOT NULL, maskBox BLOB NOT NULL,
            uploadKey BLOB NOT NULL, uploadBox BLOB NOT NULL,
            stage TEXT NOT NULL, notedBy TEXT, notedAt INTEGER, approvedBy TEXT, approvedAt INTEGER,
            endedBy TEXT, endedAt INTEGER, reason TEXT,
            UNIQUE (owner, kind, version)) STRICT;
          CREATE UNIQUE INDEX approvedSeal ON seal (owner, kind) WHERE stage = 'approved';
          CREATE TABLE sealSuspension (
            owner TEXT PRIMARY KEY, byPerson TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
          """)
    }
  }
}
