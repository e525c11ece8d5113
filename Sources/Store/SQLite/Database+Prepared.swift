import GRDB

/// Statements that are prepared once a connection: SQLite takes longer to read one than to run it.
extension Database {
  /// The rows of a query.
  func rows(sql: String, arguments: StatementArguments = StatementArguments()) throws -> [Row] {
    try Row.fetchAll(try cachedStatement(sql: sql), arguments: arguments)
  }

  /// The first row of a query; `nil` when there is none.
  func row(sql: String, arguments: StatementArguments = StatementArguments()) throws -> Row? {
    try Row.fetchOne(try cachedStatement(sql: sql), arguments: arguments)
  }

  /// The first column of a query.
  func values<Value: DatabaseValueConvertible>(
    sql: String, arguments: StatementArguments = StatementArguments()
  ) throws -> [Value] {
    try Value.fetchAll(try cachedStatement(sql: sql), arguments: arguments)
  }

  /// The first column of a query's first row; `nil` when there is none.
  func value<Value: DatabaseValueConvertible>(
    sql: String, arguments: StatementArguments = StatementArguments()
  ) throws -> Value? {
    try Value.fetchOne(try cachedStatement(sql: sql), arguments: arguments)
  }

  /// Runs one statement.
  func run(sql: String, arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
