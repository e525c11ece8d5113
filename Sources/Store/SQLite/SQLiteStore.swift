import Foundation
import GRDB
import Glibc

/// The register in one SQLite file; each unit of work is a transaction that is on the disk when it
/// returns.
package final class SQLiteStore: RegisterStore {
  /// `OPR1`: tells the file from other programs' databases (SQLite's `application_id`).
  private static let applicationID = 0x4F50_5231
  /// How long another program may hold the file.
  private static let patience: TimeInterval = 5

  private let queue: DatabaseQueue
  private let path: String

  /// Opens a register, or makes one where there is none.
  ///
  /// - Parameter path: the file; its folder exists.
  /// - Throws: ``StoreError``.
  package init(path: String) throws(StoreError) {
    self.path = path
    do {
      Self.makePrivate(path)
      queue = try DatabaseQueue(path: path, configuration: Self.configuration)
      try Self.prepare(queue)
    } catch {
      throw Self.failure(error, path)
    }
  }

  /// A new file is its owner's alone; SQLite gives the files beside it the same mode.
  ///
  /// One that is there is not touched: closing it would end the locks that this process has on it
  /// (sqlite.org, "How To Corrupt An SQLite Database File", section 2.2).
  private static func makePrivate(_ path: String) {
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    // SQLite says it better when there can be no file.
    if file >= 0 { close(file) }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // A commit is on the disk, power cut or not: a serial that was seen outside is never lost.
      try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL")
    }
    return configuration
  }

  private static func prepare(_ queue: DatabaseQueue) throws {
    let migrator = Schema.migrator
    try queue.writeWithoutTransaction { database in
      let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let isEmpty = try !database.tableExists("grdb_migrations")
      guard id == applicationID || id == 0 && isEmpty, try !migrator.hasBeenSuperseded(database)
      else { throw DatabaseError(resultCode: .SQLITE_NOTADB) }
      if isEmpty { try database.execute(sql: "PRAGMA application_id = \(applicationID)") }
    }
    try migrator.migrate(queue)
  }

  /// Reads as ``RegisterStore`` describes it.
  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (UnitOfWork) throws -> Value
  ) async throws -> Value {
    try await naming { try await self.queue.read { try body(Self.unit($0)) } }
  }

  /// Writes as ``RegisterStore`` describes it.
  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (UnitOfWork) throws -> Value
  ) async throws -> Value {
    try await naming { try await self.queue.write { try body(Self.unit($0)) } }
  }

  private func naming<Value: Sendable>(
    _ work: @Sendable () async throws -> Value
  ) async throws -> Value {
    do { return try await work() } catch let error as DatabaseError {
      throw Self.failure(error, path)
    }
  }

  private static func unit(_ database: Database) -> UnitOfWork {
    UnitOfWork(
      numbers: SQLiteNumbers(database: database), approvals: SQLiteApprovals(database: database),
      outputs: SQLiteOutputs(database: database), runs: SQLiteRuns(database: database),
      stock: SQLiteStock(database: database), cases: SQLiteCases(database: database),
      printers: SQLitePrinters(database: database),
      calibrations: SQLiteCalibrations(database: database),
      operators: SQLiteOperators(database: database), seals: SQLiteSeals(database: database),
      events: SQLiteEvents(database: database))
  }

  /// The failure in our words; SQLite's own sentence holds no values of records.
  private static func failure(_ error: any Error, _ path: String) -> StoreError {
    guard let error = error as? DatabaseError else {
      return StoreError(.unavailable, path, cause: "\(error)")
    }
    let code: StoreError.Code =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_FULL, .SQLITE_IOERR: .full
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
      case .SQLITE_CONSTRAINT: .conflict
      default: .unavailable
      }
    return StoreError(code, path, cause: error.message)
  }
}
