import Certificates
import Foundation
import PrintDesk
import Store
import Support
import Testing

/// What only the register on disk does.
@Suite struct SQLiteStoreTests {
  private let scratch: Scratch
  private var path: String { scratch.path("register.sqlite") }

  init() throws { scratch = try Scratch() }

  /// Runs SQLite's own program over the register.
  private func sqlite(_ statement: String) throws -> String {
    let result = try Program.run("sqlite3", [path, statement])
    #expect(result.status == 0, "\(result.errorText)")
    return result.text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func code(opening path: String) -> StoreError.Code? {
    do {
      _ = try SQLiteStore(path: path)
      return nil
    } catch { return error.code }
  }

  @Test func `what was written is there for the next program`() async throws {
    let first = try SQLiteStore(path: path)
    try await first.write { try $0.operators.insert(Records.person("li")) }
    let second = try SQLiteStore(path: path)
    #expect(try await second.read { try $0.operators.person("li") } == Records.person("li"))
  }

  @Test func `commits are durable and the file is whole to SQLite itself`() async throws {
    let store = try SQLiteStore(path: path)
    try await store.write { unit in
      try unit.approvals.insert(Records.approval("N1"), content: Data("{}".utf8))
      try unit.outputs.insert(Records.output(1))
    }
    #expect(try sqlite("PRAGMA journal_mode") == "wal")
    #expect(try sqlite("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok")
    #expect(try sqlite("SELECT id, state FROM output") == "O-00000001|reserved")
  }

  @Test func `a PIN is not in the file`() async throws {
    let store = try SQLiteStore(path: path)
    let person = Operator(
      id: "li", name: "Li", role: .officer, pin: PIN("831 secret", salt: Data(count: 16)))
    try await store.write { try $0.operators.insert(person) }
    for name in ["register.sqlite", "register.sqlite-wal"] {
      let bytes = try scratch.read(name)
      #expect(bytes.range(of: Data("831 secret".utf8)) == nil)
    }
  }

  @Test func `what is no register is refused and left as it is`() throws {
    let junk = try scratch.write(Data("certificates, certificates".utf8), "junk")
    #expect(code(opening: junk) == .damaged)
    #expect(try scratch.read("junk") == Data("certificates, certificates".utf8))
    _ = try sqlite("CREATE TABLE stranger (x)")
    _ = try sqlite("PRAGMA application_id = 7")
    #expect(code(opening: path) == .damaged)
    #expect(try sqlite("SELECT name FROM sqlite_master") == "stranger")
    #expect(code(opening: scratch.path("no/such/folder")) == .unavailable)
  }

  @Test func `a register of a newer program is refused`() throws {
    _ = try SQLiteStore(path: path)
    _ = try sqlite("INSERT INTO grdb_migrations VALUES ('print-desk-99')")
    #expect(code(opening: path) == .damaged)
  }

  @Test func `a second live original is told as a conflict, and nothing of it is written`()
    async throws
  {
    let store = try SQLiteStore(path: path)
    try await store.write { unit in
      try unit.approvals.insert(Records.approval("N1"), content: Data("{}".utf8))
      try unit.outputs.insert(Records.output(1))
    }
    let error = await #expect(throws: StoreError.self) {
      try await store.write { unit in
        _ = try unit.numbers.nextSerial(profile: "ccpit", year: nil)
        try unit.outputs.insert(Records.output(2))
      }
    }
    #expect(error?.code == .conflict)
    #expect("\(error, default: "")".contains("S2") == false, "no values of records")
    #expect(try sqlite("SELECT count(*) FROM output; SELECT count(*) FROM counter") == "1\n0")
  }

  @Test func `a damaged word is told, not guessed`() async throws {
    let store = try SQLiteStore(path: path)
    try await store.write { try $0.operators.insert(Records.person("li")) }
    _ = try sqlite("UPDATE operator SET role = 'king'")
    let error = await #expect(throws: StoreError.self) {
      try await store.read { try $0.operators.all() }
    }
    #expect(error?.code == .damaged)
  }

  /// What the first release of the program wrote, with a void output and its file.
  private static let firstRelease = """
    PRAGMA application_id = 0x4F505231;
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('certificates-1'), ('print-desk-1');
    CREATE TABLE counter (name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
    CREATE TABLE approval (
      number TEXT PRIMARY KEY,
      contentHash TEXT NOT NULL UNIQUE, requestHash TEXT NOT NULL UNIQUE,
      officer TEXT NOT NULL, date TEXT NOT NULL, place TEXT NOT NULL,
      printPlace TEXT NOT NULL, sealMode TEXT NOT NULL,
      enterprise TEXT NOT NULL, signatory TEXT, moment INTEGER NOT NULL,
      content BLOB NOT NULL) STRICT;
    INSERT INTO approval VALUES ('N1', 'c', 'r', 'li', '2026-11-25', 'BEIJING', 'local',
      'electronic', 'E', NULL, 1, x'7b7d');
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
    INSERT INTO output VALUES (1, 'O-00000001', 'N1', 'c', 'file', 'S1', 0, 'k1', 1, '2026-11-25',
      'd', '{}', 'void', 3, 'code', NULL, NULL, NULL, 'O-00000002');
    INSERT INTO output VALUES (2, 'O-00000002', 'N1', 'c', 'original', 'S2', 1, 'k2', 2,
      '2026-11-25', 'd', '{}', 'released', 4, 'code', NULL, NULL, NULL, NULL);
    INSERT INTO outputFile VALUES ('O-00000001', x'010203');
    """

  @Test func `a register of the first release is taken over with all its records`() async throws {
    _ = try sqlite(Self.firstRelease)
    let store = try SQLiteStore(path: path)
    let outputs = try await store.read { try $0.outputs.outputs(number: "N1") }
    #expect(outputs.map(\.state) == [.void, .released] && outputs.map(\.serial) == ["S1", "S2"])
    #expect(outputs[0].voidReason == .regenerated(by: "O-00000002"))
    #expect(outputs[0].progress.releaseEntry == 3 && outputs[1].kind == .original)
    let file = try await store.read { try $0.outputs.file(of: "O-00000001") }
    #expect(file == Data([1, 2, 3]))
    let run = try PrintRun(outputs[1]).planned([[.front]], on: .blank)
    try await store.write { try $0.desk.keep(run, by: Act(by: "li", at: 1)) }
    #expect(try await store.read { try EventFollower($0).differences(from: $0) } == [])
    let orphan = try Program.run("sqlite3", [path, Self.orphanFile])
    #expect(orphan.status != 0, "files still belong to outputs")
    #expect(try sqlite("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok")
    #expect(try sqlite("SELECT count(*) FROM sqlite_master WHERE sql LIKE '%newOutput%'") == "0")
  }

  @Test func `queues of a register without journals keep the place that all journals had`()
    async throws
  {
    _ = try SQLiteStore(path: path)
    _ = try sqlite(
      """
      DELETE FROM grdb_migrations WHERE identifier = 'print-desk-4';
      ALTER TABLE printer DROP COLUMN journal;
      INSERT INTO printer VALUES ('a', 'ipp://a/', 'd', 'local'), ('q', 'q', 'd', 'chamber');
      """)
    let store = try SQLiteStore(path: path)
    let printers = try await store.read { try $0.printers.printers() }
    #expect(printers.map(\.journal) == [nil, "/var/lib/originpress/once"])
  }

  private static let orphanFile =
    "PRAGMA foreign_keys = ON; INSERT INTO outputFile VALUES ('O-9', x'00')"

  @Test func `a register that another program holds is told as busy, and nothing is recorded`()
    async throws
  {
    let store = try SQLiteStore(path: path)
    let started = scratch.path("started")
    let path = path
    async let holder = Program.run(
      "sqlite3", [path], input: Data("BEGIN IMMEDIATE;\n.shell touch \(started); sleep 8\n".utf8))
    while !FileManager.default.fileExists(atPath: started) {
      try await Task.sleep(for: .milliseconds(20))
    }
    let error = await #expect(throws: StoreError.self) {
      try await store.write { try $0.operators.insert(Records.person("li")) }
    }
    #expect(error?.code == .busy)
    _ = try await holder
    #expect(try await store.read { try $0.operators.all() }.isEmpty)
  }

  @Test(arguments: [
    "UPDATE pass SET state = 'planned', job = NULL", "UPDATE pass SET job = 'other'",
    "UPDATE pass SET state = 'burned'", "UPDATE output SET state = 'void'",
    "UPDATE output SET state = 'released'", "UPDATE output SET state = 'reserved'",
    "UPDATE sheet SET stock = '1', series = 'L'",
    "INSERT INTO pass (output, ordinal, sheet, sides, state) VALUES ('O-9', 1, 1, 'x', 'planned')",
    "UPDATE output SET state = 'void', voidReason = 'replaced', successor = 'O-9'",
  ])
  func `the file itself takes no step back, whoever writes to it`(_ statement: String) async throws
  {
    let store = try SQLiteStore(path: path)
    let run = try PrintRun(Records.paper(1, of: "N1")).planned([[.front]], on: .blank)
    let burn = Burn(
      job: "j", printer: "p", tray: nil, document: "h", act: Act(by: "li", at: 1))
    let sending = try run.burning(1, as: burn).sending(1)
    try await store.write { unit in
      try unit.approvals.insert(Records.approval("N1"), content: Data("{}".utf8))
      try unit.outputs.insert(Records.paper(1, of: "N1"))
      try unit.desk.keep(sending, by: burn.act)
    }
    let result = try Program.run("sqlite3", [path, "PRAGMA foreign_keys = ON; " + statement])
    #expect(result.status != 0)
    #expect(try await store.read { try $0.desk.run(Output.id(1)) } == sending)
  }
}
