extension Printer {
  /// The job's states until its end, one element for each change.
  ///
  /// - Parameters:
  ///   - job: what ``send(_:_:)`` gave.
  ///   - interval: the pause between two looks.
  /// - Returns: the states, looked for while they are iterated.
  package func follow(
    _ job: JobHandle, every interval: Duration = .milliseconds(250)
  ) -> JobProgress {
    JobProgress(printer: self, job: job, interval: interval)
  }

  /// One look at a job and its printer.
  ///
  /// - Throws: ``PrinterError/Code/restarted`` when `printer-up-time` went back since the time
  ///   given, ``PrinterError/Code/jobForgotten`` when the job is unknown or another one.
  func look(at job: JobHandle, since upTime: Int?) async throws(PrinterError) -> (JobStatus, Int?) {
    let printer = try await stateNow()
    if let before = upTime, let now = printer.upTime, now < before {
      throw PrinterError(.restarted, Wording.restarted)
    }
    let attributes = try await attributes(ofJob: job.id)
    try job.check(attributes)
    guard let status = JobStatus(job: attributes, printer: printer) else {
      throw PrinterError(.badAnswer, Wording.noJobState)
    }
    return (status, printer.upTime)
  }

  /// The printer's state, reasons and up-time.
  func stateNow() async throws(PrinterError) -> PrinterStatus {
    let request = request(.getPrinterAttributes)
      .asking(for: ["printer-state", "printer-state-reasons", "printer-up-time"])
    let answer = try await connection.ask(request, resource: address.resource)
    guard answer.isSuccess else { throw PrinterError(refusedBy: answer) }
    return PrinterStatus(answer.first(.printer))
  }

  /// What the printer says of the job with that number, whichever job that is now.
  ///
  /// - Throws: ``PrinterError/Code/jobForgotten`` when there is none.
  func attributes(ofJob id: Int) async throws(PrinterError) -> IPPAttributes {
    let names = [
      "job-state", "job-state-reasons", "job-state-message", "job-impressions",
      "job-impressions-completed", "job-uuid", "job-name",
    ]
    do throws(PrinterError) {
      let request = request(.getJobAttributes).forJob(id).asking(for: names)
      return try await perform(request).first(.job)
    } catch  where error.code == .notFound {
      throw PrinterError(.jobForgotten, Wording.jobForgotten, cause: error.cause)
    }
  }
}

extension JobHandle {
  /// Makes sure that the attributes are this job's: its number may have been given out again.
  ///
  /// - Throws: ``PrinterError/Code/jobForgotten``.
  func check(_ attributes: IPPAttributes) throws(PrinterError) {
    let isOther =
      if let now = attributes.string("job-uuid"), let uuid { now != uuid } else {
        attributes.string("job-name").map { $0 != name } ?? false
      }
    if isOther { throw PrinterError(.jobForgotten, Wording.jobForgotten) }
  }
}
