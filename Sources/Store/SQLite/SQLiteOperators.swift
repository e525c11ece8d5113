import Foundation
import GRDB
import PrintDesk

/// Enrolled people in one table.
struct SQLiteOperators: OperatorRepository {
  let database: Database

  func person(_ id: String) throws -> Operator? {
    try database.row(sql: "SELECT * FROM operator WHERE id = ?", arguments: [id])
      .map(Self.person)
  }

  func all() throws -> [Operator] {
    try database.rows(sql: "SELECT * FROM operator ORDER BY id").map(Self.person)
  }

  func insert(_ person: Operator) throws {
    try database.run(
      sql: "INSERT INTO operator (id, name, role, salt, hash, isActive) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [person.id] + Self.particulars(of: person))
  }

  func update(_ person: Operator) throws {
    try database.run(
      sql: "UPDATE operator SET name = ?, role = ?, salt = ?, hash = ?, isActive = ? WHERE id = ?",
      arguments: Self.particulars(of: person) + [person.id])
    precondition(database.changesCount == 1, "only an enrolled person gets new particulars")
  }

  private static func particulars(of person: Operator) -> StatementArguments {
    [person.name, person.role.rawValue, person.pin.salt, person.pin.hash, person.isActive]
  }

  private static func person(_ row: Row) throws -> Operator {
    Operator(
      id: row["id"], name: row["name"], role: try Columns(row).choice("role"),
      pin: PIN(salt: row["salt"], hash: row["hash"]), isActive: row["isActive"])
  }
}
