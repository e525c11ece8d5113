import Diagnostics
import Foundation

extension Printer {
  /// Checks a document against the printer and makes the bytes it takes; sends nothing to print.
  ///
  /// - Throws: ``Refusal`` naming each attribute that is not supported and what is;
  ///   ``PrinterError`` when the printer does not answer or takes no jobs.
  package func prepare(
    _ document: PrintDocument, _ ticket: JobTicket
  ) async throws -> PreparedJob {
    let status = try await status()
    guard status.isAcceptingJobs else {
      throw PrinterError(.notAccepting, Wording.notAccepting, cause: status.stateMessage)
    }
    let findings = Findings()
    ticket.check(against: status, findings)
    try findings.throwErrors()
    let format = try document.format(for: ticket, status)
    try await validate(ticket, format, status)
    let bytes = try document.bytes(format, for: ticket, status)
    return PreparedJob(ticket: ticket, format: format, bytes: bytes, way: .ipp(status))
  }

  /// Sends a prepared job, once.
  ///
  /// - Throws: ``PrinterError``; where ``PrinterError/isOutcomeUnknown`` holds, paper may have been
  ///   marked and nothing may be sent again.
  package func send(_ job: consuming PreparedJob) async throws(PrinterError) -> JobHandle {
    guard case .ipp(let status) = job.way else {
      preconditionFailure("a job is sent on the way it was prepared for")
    }
    let canSplit = status.supports(.createJob) && status.supports(.sendDocument)
    let upTime = status.upTime
    let format = job.format
    let name = job.ticket.name
    let (id, uuid) = canSplit ? try await createAndSend(job) : try await printJob(job)
    return JobHandle(
      printer: address, id: id, name: name, uuid: uuid, upTime: upTime, format: format)
  }

  /// Sends a prepared job, once, and follows it to its end.
  package func carry(
    _ job: consuming PreparedJob, taken: @Sendable (JobHandle) async throws -> Void,
    watch: @Sendable (JobStatus) async -> Void
  ) async throws -> JobEnd {
    let handle: JobHandle
    do throws(PrinterError) { handle = try await send(job) } catch { return .lost(error) }
    try await taken(handle)
    return .traced(await trace(handle, watch: watch))
  }

  /// Prepares and sends in one step.
  package func send(
    _ document: PrintDocument, _ ticket: JobTicket
  ) async throws -> JobHandle {
    try await send(try await prepare(document, ticket))
  }

  /// Asks the printer itself whether it would take the job as it stands (Validate-Job).
  private func validate(
    _ ticket: JobTicket, _ format: PrintDocument.Format, _ status: PrinterStatus
  ) async throws {
    guard status.supports(.validateJob) else { return }
    let request = creation(.validateJob, ticket, format)
      .with("document-format", .mimeType(format.rawValue))
    let response = try await connection.ask(request, resource: address.resource)
    let wrong = response.all(.unsupported).flatMap(\.list)
    guard response.isSuccess || !wrong.isEmpty else { throw PrinterError(refusedBy: response) }
    guard !wrong.isEmpty else { return }
    throw Refusal(
      wrong.map { Diagnostic(at: .field($0.name), Wording.notTakenAsIs($0.name)) })
  }

  /// Job first, document after: the job's number is known before the first byte that prints.
  ///
  /// A printer that leaves `job-uuid` out of its answer is asked for it; not all have one.
  private func createAndSend(
    _ job: borrowing PreparedJob
  ) async throws(PrinterError) -> (id: Int, uuid: String?) {
    let created = try await perform(creation(.createJob, job.ticket, job.format)).first(.job)
    guard let id = created.number("job-id") else {
      throw PrinterError(.badAnswer, Wording.noJobID)
    }
    var uuid = created.string("job-uuid")
    if uuid == nil { uuid = try await attributes(ofJob: id).string("job-uuid") }
    // Without a document-name: the job's says the same, and a scheduler (CUPS 2.4.2-3+deb12u10 of Debian 12)
    // writes beyond its memory when there is white space in it.
    let request = request(.sendDocument).forJob(id)
      .with("document-format", .mimeType(job.format.rawValue))
      .with("last-document", .boolean(true))
    _ = try await connection.perform(request, resource: address.resource, document: job.bytes)
    return (id, uuid)
  }

  private func printJob(
    _ job: borrowing PreparedJob
  ) async throws(PrinterError) -> (id: Int, uuid: String?) {
    let request = creation(.printJob, job.ticket, job.format)
      .with("document-format", .mimeType(job.format.rawValue))
    let answer = try await connection.perform(
      request, resource: address.resource, document: job.bytes
    ).first(.job)
    guard let id = answer.number("job-id") else {
      throw PrinterError(.badAnswer, Wording.noJobID)
    }
    return (id, answer.string("job-uuid"))
  }

  /// A request that makes or checks a job; fidelity asks for all or nothing (RFC 8011 4.2.1.1).
  private func creation(
    _ operation: IPPOperation, _ ticket: JobTicket, _ format: PrintDocument.Format
  ) -> IPPRequest {
    request(operation, job: ticket.attributes(for: format))
      .with("job-name", .name(ticket.name)).with("ipp-attribute-fidelity", .boolean(true))
  }
}
