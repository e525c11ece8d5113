/// One printer, direct or a CUPS queue, over a connection of its own.
///
/// Nothing here is ever sent twice: a request that failed is reported, not repeated.
package struct Printer: JobTransport {
  /// Where the printer is.
  package let address: PrinterAddress
  let user: String
  let connection: IPPConnection

  /// - Parameters:
  ///   - address: where the printer is.
  ///   - user: the name jobs are sent in; a role such as `originpress`, not a person.
  ///   - seconds: how long to wait for each answer.
  package init(_ address: PrinterAddress, user: String = "originpress", seconds: Double = 30) {
    precondition(!address.isRaw, "IPP is spoken to a printer or a queue")
    self.address = address
    self.user = user
    connection = IPPConnection(to: address.endpoint, seconds: seconds)
  }

  /// What the printer says of itself (Get-Printer-Attributes).
  ///
  /// - Throws: ``PrinterError``.
  package func status() async throws(PrinterError) -> PrinterStatus {
    let request = request(.getPrinterAttributes).asking(for: ["all"])
    return PrinterStatus(try await perform(request).first(.printer))
  }

  /// The jobs the printer has or had (Get-Jobs).
  ///
  /// - Parameter which: `not-completed`, `completed` or, where supported, `all`.
  /// - Returns: the attributes of each job.
  /// - Throws: ``PrinterError``.
  package func jobs(_ which: String = "not-completed") async throws(PrinterError) -> [IPPAttributes]
  {
    let request = request(.getJobs).with("which-jobs", .keyword(which)).asking(for: ["all"])
    return try await perform(request).all(.job)
  }

  /// Asks the printer to stop a job (Cancel-Job); sheets in its path may still come out.
  ///
  /// - Throws: ``PrinterError``, also when the job is at its end already.
  package func cancel(_ job: JobHandle) async throws(PrinterError) {
    _ = try await perform(request(.cancelJob).forJob(job.id))
  }

  func request(_ operation: IPPOperation, job: [IPPAttribute] = []) -> IPPRequest {
    IPPRequest(operation, printer: address.uri, user: user, job: job)
  }

  func perform(_ request: IPPRequest) async throws(PrinterError) -> IPPResponse {
    try await connection.perform(request, resource: address.resource)
  }
}
