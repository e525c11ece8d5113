import Diagnostics
import Notation
import Printers

/// Sends one document and tells how the job goes on; an interrupt (Ctrl-C) cancels the job.
struct PlainPrint {
  let transport: any JobTransport
  let isJSON: Bool

  /// Sends, follows, and gives the job's last state.
  func print(_ document: PrintDocument, _ ticket: JobTicket) async throws -> JobStatus {
    let prepared = try await transport.prepare(document, ticket)
    let job = CancellableJob()
    defer { job.end() }
    let end = try await transport.carry(prepared) {
      job.begin($0)
    } watch: {
      tell($0, job.handle)
    }
    return try last(of: end)
  }

  /// - Throws: ``PrinterError`` when the job's end was not seen.
  private func last(of end: JobEnd) throws(PrinterError) -> JobStatus {
    switch end {
    case .lost(let error): throw error
    case .silent:
      handOver()
      return JobStatus(state: .completed)
    case .traced(let trace):
      if let fault = trace.fault { throw fault }
      guard let last = trace.last else { preconditionFailure("a job that was seen has a state") }
      if trace.job.printer.isQueue, last.state == .completed { handOver() }
      return last
    }
  }

  /// Says that nobody saw the paper.
  private func handOver() {
    if !isJSON { Outside.say(Wording.handedOver.text(in: Outside.language)) }
  }

  private func tell(_ status: JobStatus, _ job: JobHandle?) {
    if isJSON {
      Outside.say(JSONWriter.text(Self.json(status, job), pretty: false))
      return
    }
    let sides = status.impressions ?? 0
    let count = sides > 0 ? " \(status.impressionsCompleted ?? 0)/\(sides)" : ""
    let bytes = job == nil ? status.message.map { [$0] } ?? [] : []
    let notes = (status.reasons + status.printerReasons + bytes).joined(separator: ", ")
    let detail = notes.isEmpty ? "" : " (\(notes))"
    let name = job.map { "job \($0.id) " } ?? ""
    let hint = status.hint.map { "; " + $0.text(in: Outside.language) } ?? ""
    Outside.say("\(name)\(status.state.rawValue)\(count)\(detail)\(hint)")
  }

  private static func json(_ status: JobStatus, _ job: JobHandle?) -> JSONValue {
    .object([
      "job": job.map { .integer($0.id) }, "state": .text(status.state.rawValue),
      "reasons": .list(status.reasons.map { .text($0) }),
      "printerReasons": .list(status.printerReasons.map { .text($0) }),
      "impressionsCompleted": status.impressionsCompleted.map { .integer($0) },
      "impressions": status.impressions.map { .integer($0) },
      "message": job == nil ? status.message.map { .text($0) } : nil,
    ])
  }
}
