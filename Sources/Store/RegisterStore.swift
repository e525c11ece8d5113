/// Keeps what the office knows: units of work that are durable when they return, or leave no trace.
package protocol RegisterStore: Sendable {
  /// Reads a state in which no unit of work is half done.
  ///
  /// - Throws: ``StoreError``, and what `body` throws.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (UnitOfWork) throws -> Value
  ) async throws -> Value

  /// Writes a unit of work; one at a time.
  ///
  /// - Throws: ``StoreError``, and what `body` throws; then nothing of it was written.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (UnitOfWork) throws -> Value
  ) async throws -> Value
}
