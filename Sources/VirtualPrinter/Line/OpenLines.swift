import NIOCore
import Synchronization

/// The connections that are open, so that all can be cut at once.
final class OpenLines: Sendable {
  private let lines = Mutex<[ObjectIdentifier: any Channel]>([:])

  /// Keeps a connection until it closes.
  func add(_ line: any Channel) {
    let id = ObjectIdentifier(line)
    lines.withLock { $0[id] = line }
    line.closeFuture.whenComplete { [self] _ in lines.withLock { _ = $0.removeValue(forKey: id) } }
  }

  /// Cuts every connection, also those that nobody has served yet.
  func cutAll() {
    for line in lines.withLock({ Array($0.values) }) { line.close(promise: nil) }
  }
}
