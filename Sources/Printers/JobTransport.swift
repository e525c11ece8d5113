/// A way on which jobs come to a printer: IPP, straight or through a queue, or bytes on a raw connection.
package protocol JobTransport: Sendable {
  /// Checks a document against the printer and makes the bytes it takes; sends nothing to print.
  ///
  /// - Throws: ``Refusal`` for what the printer does not take; ``PrinterError`` when it cannot be reached or
  ///   takes no jobs.
  func prepare(_ document: PrintDocument, _ ticket: JobTicket) async throws -> PreparedJob

  /// Sends a prepared job, once, and follows it to its end; nothing is ever sent again.
  ///
  /// - Parameters:
  ///   - job: what ``prepare(_:_:)`` gave for this printer.
  ///   - taken: gets the job's handle as soon as the printer has all of it; never where there are no jobs.
  ///   - watch: gets each state that differs from the one before.
  /// - Returns: all that was learnt.
  /// - Throws: what `taken` throws.
  func carry(
    _ job: consuming PreparedJob, taken: @Sendable (JobHandle) async throws -> Void,
    watch: @Sendable (JobStatus) async -> Void
  ) async throws -> JobEnd
}

/// What was learnt of a job that was sent.
package enum JobEnd: Sendable {
  /// The sending failed, and nobody can say how much of it arrived.
  case lost(PrinterError)
  /// The printer, or a queue before it, told of the job.
  case traced(JobTrace)
  /// Every byte was taken by a printer that says nothing; the keywords say what was noticed meanwhile.
  case silent(reasons: [String])
}

extension PrinterAddress {
  /// The way to the printer there, with so many seconds to wait for a connection and for each answer.
  package func transport(seconds: Double = 30) -> any JobTransport {
    switch self {
    case .direct, .queue: Printer(self, seconds: seconds)
    case .raw(let endpoint, let waitsForEnd):
      RawPrinter(endpoint, seconds: seconds, waitsForEnd: waitsForEnd)
    }
  }
}
