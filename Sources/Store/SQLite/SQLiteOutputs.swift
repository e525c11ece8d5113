import Certificates
import Foundation
import GRDB
import Notation
import PrintDesk

/// The register of outputs; one live original a certificate is an index of the table, not only code, and
/// so is that a void output stays void.
struct SQLiteOutputs: OutputRepository {
  let database: Database

  func count() throws -> Int { try database.value(sql: "SELECT count(*) FROM output") ?? 0 }

  func output(_ id: String) throws -> Output? { try list("id = ?", [id]).first }

  func output(requestKey: String) throws -> Output? {
    try list("requestKey = ?", [requestKey]).first
  }

  func output(number: String, serial: String) throws -> Output? {
    try list("number = ? AND serial = ? AND copyOrdinal IS NULL", [number, serial]).first
  }

  func output(fileHash: String) throws -> Output? {
    try list("fileHash = ?", [fileHash]).first
  }

  func outputs(number: String) throws -> [Output] { try list("number = ?", [number]) }

  func unfinished() throws -> [Output] { try list("state NOT IN ('issued', 'void')", []) }

  func all() throws -> [Output] { try list("TRUE", []) }

  func insert(_ output: Output) throws {
    try database.run(
      sql: """
        INSERT INTO output (id, number, contentHash, kind, serial, revision, requestKey, moment, day,
          device, seals, copyOrdinal, state, releaseEntry, code, manifest, fileHash, fileEntry,
          voidReason, successor, voidCause, amendment)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        output.id, output.number, output.contentHash, output.kind.rawValue, output.serial,
        output.revision, output.requestKey, output.moment, output.day.description, output.device,
        TextMap(output.seals).column, output.ordinal,
      ] + Self.state(of: output))
  }

  func update(_ output: Output) throws {
    try database.run(
      sql: """
        UPDATE output SET state = ?, releaseEntry = ?, code = ?, manifest = ?, fileHash = ?,
          fileEntry = ?, voidReason = ?, successor = ?, voidCause = ?, amendment = ?
        WHERE id = ?
        """,
      arguments: Self.state(of: output) + [output.id])
    precondition(database.changesCount == 1, "only a known output gets a new state")
  }

  func file(of id: String) throws -> Data? {
    try database.value(sql: "SELECT bytes FROM outputFile WHERE output = ?", arguments: [id])
  }

  func keep(_ file: Data, for id: String) throws {
    try database.run(
      sql: "INSERT INTO outputFile (output, bytes) VALUES (?, ?)", arguments: [id, file])
  }

  // MARK: Rows

  private func list(_ condition: String, _ arguments: StatementArguments) throws -> [Output] {
    try database.rows(
      sql: "SELECT * FROM output WHERE \(condition) ORDER BY ordinal",
      arguments: arguments
    ).map(Self.output)
  }

  private static func state(of output: Output) -> StatementArguments {
    let progress = output.progress
    return [
      output.state.rawValue, progress.releaseEntry, progress.code,
      progress.manifest.map { JSONWriter.text($0.json) }, progress.manifest?.file,
      progress.fileEntry,
      output.voidReason?.word.rawValue, output.voidReason?.successor,
      output.voidReason?.cause?.rawValue, output.voidReason?.amendment,
    ]
  }

  private static func output(_ row: Row) throws -> Output {
    let columns = Columns(row)
    let seals: TextMap? = try columns.value("seals")
    return Output(
      id: row["id"], number: row["number"], contentHash: row["contentHash"],
      kind: try columns.choice("kind"), serial: row["serial"], ordinal: row["copyOrdinal"],
      revision: row["revision"],
      requestKey: row["requestKey"], moment: row["moment"], day: try columns.day("day"),
      device: row["device"], seals: seals?.texts ?? [:], state: try columns.choice("state"),
      progress: ReleaseProgress(
        releaseEntry: row["releaseEntry"], code: row["code"],
        manifest: try columns.value("manifest"), fileEntry: row["fileEntry"]),
      voidReason: try voidReason(row))
  }

  private static func voidReason(_ row: Row) throws -> VoidReason? {
    let columns = Columns(row)
    guard let word: VoidReason.Word = try columns.optionalChoice("voidReason") else { return nil }
    let cause: SpoilCause? = try columns.optionalChoice("voidCause")
    return try columns.value("voidReason") { (_: String) in
      VoidReason(
        word, successor: row["successor"], cause: cause, amendment: row["amendment"])
    }
  }
}
