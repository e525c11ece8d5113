import Dispatch
import PrintDesk
import Store
import Synchronization

/// Another program that holds a register on disk from a certain write on, as a copy or a repair would.
final class RegisterHolder: RegisterStore {
  private let base: any RegisterStore
  private let other: SQLiteStore
  private let limit: Int
  private let count = Mutex(0)
  private let end = DispatchSemaphore(value: 0)
  private let holding = Mutex<Task<Void, any Error>?>(nil)

  /// A register that another program holds when its n-th write begins, counted from 1.
  init(_ base: any RegisterStore, path: String, at limit: Int) throws {
    self.base = base
    self.limit = limit
    other = try SQLiteStore(path: path)
  }

  /// Lets go, as when that program has ended.
  func letGo() async throws {
    end.signal()
    try await holding.withLock(\.self)?.value
  }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (UnitOfWork) throws -> Value
  ) async throws -> Value { try await base.read(body) }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (UnitOfWork) throws -> Value
  ) async throws -> Value {
    let number = count.withLock { count in
      count += 1
      return count
    }
    if number == limit { await hold() }
    return try await base.write(body)
  }

  /// Begins a unit of work that does not end.
  private func hold() async {
    await withCheckedContinuation { begun in
      let task = Task { [other, end] in
        try await other.write { unit in
          for printer in try unit.printers.printers() { try unit.printers.keep(printer) }
          begun.resume()
          end.wait()
        }
      }
      holding.withLock { $0 = task }
    }
  }
}
