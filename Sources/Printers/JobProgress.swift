/// A job's states from now to its end; looks only while somebody iterates.
///
/// Ends after `completed`, `canceled` or `aborted`; throws ``PrinterError`` when the job's end
/// can no longer be seen.
package struct JobProgress: AsyncSequence, Sendable {
  /// A state that differs from the one before.
  package typealias Element = JobStatus

  let printer: Printer
  let job: JobHandle
  let interval: Duration

  /// Begins with the job's state now, whatever it is.
  package func makeAsyncIterator() -> Iterator { Iterator(progress: self) }

  /// Looks at the job until something about it changes.
  package struct Iterator: AsyncIteratorProtocol {
    private let progress: JobProgress
    private var last: JobStatus?
    private var upTime: Int?

    init(progress: JobProgress) {
      self.progress = progress
      upTime = progress.job.upTime
    }

    /// The next state that differs; `nil` after the last one.
    package mutating func next() async throws -> JobStatus? {
      if let last, last.state.isFinal { return nil }
      while true {
        if last != nil { try await Task.sleep(for: progress.interval) }
        let (status, now) = try await progress.printer.look(at: progress.job, since: upTime)
        upTime = now ?? upTime
        if status != last {
          last = status
          return status
        }
      }
    }
  }
}
