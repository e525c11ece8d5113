import Printers
import Synchronization

/// The job that an interrupt (Ctrl-C) asks its printer to cancel; before there is one an interrupt ends the
/// program as ever.
final class CancellableJob: Sendable {
  private let job = Mutex<JobHandle?>(nil)
  private let interrupt = Mutex<Interrupt?>(nil)

  /// The job as far as there is one.
  var handle: JobHandle? { job.withLock { $0 } }

  /// A job was taken by a printer.
  func begin(_ handle: JobHandle) {
    job.withLock { $0 = handle }
    interrupt.withLock { known in
      if known == nil { known = Interrupt { [weak self] in await self?.cancel() } }
    }
  }

  /// Gives the interrupt back.
  func end() {
    interrupt.withLock { known in
      known?.end()
      known = nil
    }
  }

  private func cancel() async {
    guard let handle else { return }
    try? await Printer(handle.printer).cancel(handle)
  }
}
