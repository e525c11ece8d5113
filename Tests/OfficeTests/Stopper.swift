import Credentials
import Foundation
import Glibc
import Store
import Synchronization

/// Stops an office at its n-th write, as when the power goes: nothing is written after it.
final class Stopper: Sendable {
  /// Whether the last write is lost or was the last thing on the disk.
  enum Side: CaseIterable {
    case before, after
  }

  /// The end of the office, as its callers see it.
  struct Stop: Error {}

  private let limit: Int
  private let side: Side
  private let count = Mutex(0)

  /// Stops at a write, counted from 1; `nil` never does and only counts.
  init(at limit: Int? = nil, _ side: Side = .before) {
    self.limit = limit ?? .max
    self.side = side
  }

  /// How many writes there were.
  var writes: Int { count.withLock { $0 } }

  /// Whether it has stopped.
  var hasStopped: Bool { writes >= limit }

  private enum Step {
    case goOn, last, none
  }

  private func step() -> Step {
    count.withLock { count in
      count += 1
      if count < limit { return .goOn }
      return count == limit && side == .after ? .last : .none
    }
  }

  /// A register that stops.
  func register(_ base: any RegisterStore) -> any RegisterStore {
    StoppingStore(base: base, stopper: self)
  }

  /// The log of a folder that stops.
  func log(_ base: LogFolder) -> LogFolder {
    LogFolder(path: base.path) { [self] descriptor, bytes in
      guard case .none = step() else {
        return Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      }
      errno = EIO
      return -1
    }
  }

  private struct StoppingStore: RegisterStore {
    let base: any RegisterStore
    let stopper: Stopper

    func read<Value: Sendable>(
      _ body: @escaping @Sendable (UnitOfWork) throws -> Value
    ) async throws -> Value { try await base.read(body) }

    func write<Value: Sendable>(
      _ body: @escaping @Sendable (UnitOfWork) throws -> Value
    ) async throws -> Value {
      switch stopper.step() {
      case .goOn:
        return try await base.write { [stopper] unit in
          let value = try body(unit)
          // The log may have stopped inside; then the unit of work never came to its end.
          if stopper.hasStopped { throw Stop() }
          return value
        }
      case .last: _ = try await base.write(body)
      case .none: break
      }
      throw Stop()
    }
  }
}
