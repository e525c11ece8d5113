import Dispatch
import Foundation

/// Does something once when the person interrupts the program, instead of ending it.
final class Interrupt {
  private let source: any DispatchSourceSignal

  /// Takes over SIGINT until ``end()``; a second interrupt ends the program.
  init(_ action: @escaping @Sendable () async -> Void) {
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    signal(SIGINT, SIG_IGN)
    source.setEventHandler {
      signal(SIGINT, SIG_DFL)
      Task { await action() }
    }
    source.resume()
  }

  /// Gives SIGINT back.
  func end() {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
}
