extension Printer {
  /// Follows a job to its end and gives back all that was seen; only looks, never sends.
  ///
  /// A look that fails is made again, as a printer that is switched off and on comes back. What it
  /// forgot or gave to another job is no longer asked for.
  ///
  /// - Parameters:
  ///   - job: what ``send(_:_:)`` gave.
  ///   - interval: the pause between two looks.
  ///   - limit: how long to look in all; the job may go on after it.
  ///   - patience: how long the printer may give no answer at all.
  ///   - watch: gets each state that differs from the one before.
  /// - Returns: the trace; its ``JobTrace/error`` says why the end could not be seen.
  package func trace(
    _ job: JobHandle, every interval: Duration = .milliseconds(250),
    within limit: Duration = .seconds(600), patience: Duration = .seconds(30),
    watch: @Sendable (JobStatus) async -> Void = { _ in }
  ) async -> JobTrace {
    var trace = JobTrace(job)
    let clock = ContinuousClock()
    let end = clock.now + limit
    var answered = clock.now
    var upTime = job.upTime
    while true {
      do throws(PrinterError) {
        let before = trace.last
        try await look(&trace, &upTime)
        answered = clock.now
        if let last = trace.last, last != before { await watch(last) }
        if trace.last?.state.isFinal == true { return trace }
      } catch {
        let isLasting = error.code == .jobForgotten || clock.now - answered >= patience
        trace.failedLooks += 1
        if isLasting { return trace.ending(with: error) }
      }
      if clock.now + interval > end {
        return trace.ending(with: PrinterError(.outOfTime, Wording.outOfTime))
      }
      do {
        try await clock.sleep(for: interval)
      } catch {
        return trace.ending(with: PrinterError(.outOfTime, Wording.outOfTime, cause: "cancelled"))
      }
    }
  }

  /// One look at the printer and the job; what the printer says is kept even if the job is gone.
  private func look(_ trace: inout JobTrace, _ upTime: inout Int?) async throws(PrinterError) {
    let printer = try await stateNow()
    for reason in printer.stateReasons where !trace.printerReasons.contains(reason) {
      trace.printerReasons.append(reason)
    }
    if let before = upTime, let now = printer.upTime, now < before { trace.hasRestarted = true }
    upTime = printer.upTime ?? upTime
    let attributes = try await attributes(ofJob: trace.job.id)
    if let known = trace.job.uuid, let now = attributes.string("job-uuid") {
      trace.hasKeptUUID = now == known
    }
    try trace.job.check(attributes)
    guard let status = JobStatus(job: attributes, printer: printer) else {
      throw PrinterError(.badAnswer, Wording.noJobState)
    }
    trace.looks += 1
    if trace.states.last != status.state { trace.states.append(status.state) }
    trace.last = status
  }
}

extension JobTrace {
  /// The trace with the reason why it goes no further.
  fileprivate func ending(with error: PrinterError) -> JobTrace {
    var trace = self
    trace.error = error
    return trace
  }
}
