extension Printer {
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
