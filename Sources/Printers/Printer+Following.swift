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
    let answer = try await connection.ask(
      request(.getPrinterAttributes).asking(
        for: ["printer-state", "printer-state-reasons", "printer-up-time"]),
      resource: address.resource)
    guard answer.isSuccess else { throw PrinterError(refusedBy: answer) }
    let printer = PrinterStatus(answer.first(.printer))
    if let before = upTime, let now = printer.upTime, now < before {
      throw PrinterError(.restarted, Wording.restarted)
    }
    return (try await status(of: job, printer), printer.upTime)
  }

  private func status(
    of job: JobHandle, _ printer: PrinterStatus
  ) async throws(PrinterError) -> JobStatus {
    let names = [
      "job-state", "job-state-reasons", "job-state-message", "job-impressions",
      "job-impressions-completed", "job-uuid",
    ]
    let attributes: IPPAttributes
    do throws(PrinterError) {
      let request = request(.getJobAttributes).forJob(job.id).asking(for: names)
      attributes = try await perform(request).first(.job)
    } catch  where error.code == .notFound {
      throw PrinterError(.jobForgotten, Wording.jobForgotten, cause: error.cause)
    }
    if let uuid = attributes.string("job-uuid"), let known = job.uuid, uuid != known {
      throw PrinterError(.jobForgotten, Wording.jobForgotten)
    }
    guard let status = JobStatus(job: attributes, printer: printer) else {
      throw PrinterError(.badAnswer, Wording.noJobState)
    }
    return status
  }
}
