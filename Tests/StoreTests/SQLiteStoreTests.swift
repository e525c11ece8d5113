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
}
