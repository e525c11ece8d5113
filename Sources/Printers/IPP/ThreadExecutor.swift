import Foundation
import Synchronization

/// Runs the work of one actor on a thread of its own, because libcups blocks.
///
/// The thread ends when the executor is gone.
final class ThreadExecutor: SerialExecutor {
  /// What the thread and the executor share: the work that waits.
  private final class Queue: Sendable {
    private struct State {
      var entries: [(job: UnownedJob, executor: ThreadExecutor)] = []
      var isClosed = false
    }

    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)

    func add(_ job: UnownedJob, for executor: ThreadExecutor) {
      state.withLock { $0.entries.append((job, executor)) }
      arrivals.signal()
    }

    func close() {
      state.withLock { $0.isClosed = true }
      arrivals.signal()
    }

    /// Runs what arrives until the queue is closed and empty.
    func run() {
      while true {
        arrivals.wait()
        let entry = state.withLock { $0.entries.isEmpty ? nil : $0.entries.removeFirst() }
        if let entry {
          unsafe entry.job.runSynchronously(on: entry.executor.asUnownedSerialExecutor())
        } else if state.withLock({ $0.isClosed }) {
          return
        }
      }
    }
  }

  private let queue = Queue()

  /// - Parameter name: the thread's name in a debugger, at most 15 letters.
  init(name: String) {
    let queue = queue
    let thread = Thread { queue.run() }
    thread.name = name
    thread.start()
  }

  deinit { queue.close() }

  func enqueue(_ job: consuming ExecutorJob) {
    queue.add(UnownedJob(job), for: self)
  }

  func asUnownedSerialExecutor() -> UnownedSerialExecutor {
    unsafe UnownedSerialExecutor(ordinary: self)
  }
}
