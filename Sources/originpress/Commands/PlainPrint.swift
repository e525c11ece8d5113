import Diagnostics
import Notation
import Printers

/// Sends one document and tells how the job goes on; an interrupt (Ctrl-C) cancels the job.
struct PlainPrint {
  let printer: Printer
  let isJSON: Bool

  /// Sends, follows, and gives the job's last state.
  func print(_ document: PrintDocument, _ ticket: JobTicket) async throws -> JobStatus {
    let job = try await printer.send(document, ticket)
    let interrupt = Interrupt { try? await printer.cancel(job) }
    defer { interrupt.end() }
    var last: JobStatus?
    for try await status in printer.follow(job) {
      last = status
      tell(status, job)
    }
    guard let last else { preconditionFailure("a job that was followed had no state") }
    if printer.address.isQueue, last.state == .completed, !isJSON {
      Outside.say(Wording.handedOver.text(in: Outside.language))
    }
    return last
  }

  private func tell(_ status: JobStatus, _ job: JobHandle) {
    if isJSON {
      Outside.say(JSONWriter.text(Self.json(status, job), pretty: false))
      return
    }
    let sides = status.impressions ?? 0
    let count = sides > 0 ? " \(status.impressionsCompleted ?? 0)/\(sides)" : ""
    let reasons = (status.reasons + status.printerReasons).joined(separator: ", ")
    let detail = reasons.isEmpty ? "" : " (\(reasons))"
    Outside.say("job \(job.id) \(status.state.rawValue)\(count)\(detail)")
  }

  private static func json(_ status: JobStatus, _ job: JobHandle) -> JSONValue {
    .object([
      "job": .integer(job.id), "state": .text(status.state.rawValue),
      "reasons": .list(status.reasons.map { .text($0) }),
      "printerReasons": .list(status.printerReasons.map { .text($0) }),
      "impressionsCompleted": status.impressionsCompleted.map { .integer($0) },
      "impressions": status.impressions.map { .integer($0) },
    ])
  }
}
