package import Printers

extension Printer {
  /// A job's states from now to its end, and as an error what hides the end.
  package func follow(
    _ job: JobHandle, every interval: Duration = .milliseconds(250)
  ) -> AsyncThrowingStream<JobStatus, any Error> {
    let (states, told) = AsyncThrowingStream<JobStatus, any Error>.makeStream()
    let work = Task {
      let trace = await trace(job, every: interval, patience: .zero) { told.yield($0) }
      told.finish(throwing: trace.fault)
    }
    told.onTermination = { _ in work.cancel() }
    return states
  }
}
