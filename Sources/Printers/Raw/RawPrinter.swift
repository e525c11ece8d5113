import Diagnostics

/// A printer behind a raw connection (AppSocket, port 9100): it takes bytes and says nothing.
///
/// Paper that ran out, a cover that is open, a printer that is off line show in one way only: it takes no
/// more bytes. Nothing is sent again; what is left goes out when it takes them.
package struct RawPrinter: JobTransport {
  /// How long to wait for what.
  package struct Patience: Sendable {
    /// For the connection.
    package var connecting = 30.0
    /// Without a byte taken before the job counts as held, in seconds.
    package var held = 10.0
    /// Without a byte taken before the job is given up, in seconds.
    package var givenUp = 600.0

    /// The usual times.
    package init() {}
  }

  /// `printer-state-reasons` of a printer that was reached and does not go on (RFC 8011 section 5.4.12).
  package static let held = "timed-out"

  private let endpoint: Endpoint
  private let patience: Patience
  private let waitsForEnd: Bool

  /// - Parameters:
  ///   - endpoint: where the printer is.
  ///   - patience: how long to wait.
  ///   - waitsForEnd: whether the printer closes the connection once it has read all.
  package init(_ endpoint: Endpoint, patience: Patience = Patience(), waitsForEnd: Bool = true) {
    self.endpoint = endpoint
    self.patience = patience
    self.waitsForEnd = waitsForEnd
  }

  /// The same with the usual patience but for the connection, in seconds.
  package init(_ endpoint: Endpoint, seconds: Double, waitsForEnd: Bool = true) {
    var patience = Patience()
    patience.connecting = seconds
    self.init(endpoint, patience: patience, waitsForEnd: waitsForEnd)
  }

  /// Connects, so that a printer that is not there fails before anything is burned.
  package func prepare(
    _ document: PrintDocument, _ ticket: JobTicket
  ) async throws -> PreparedJob {
    guard let bytes = document.raw else {
      throw Refusal(Diagnostic(at: .field("document-format"), Wording.needsRaw))
    }
    guard ticket.copies == 1 else {
      throw Refusal(Diagnostic(at: .field("copies"), Wording.oneCopy))
    }
    let connection = RawConnection(to: endpoint, patience: patience, waitsForEnd: waitsForEnd)
    try await connection.open()
    return PreparedJob(ticket: ticket, format: .raw, bytes: bytes, way: .raw(connection))
  }

  /// Whether something listens there; not a byte is sent.
  ///
  /// - Throws: ``PrinterError/Code/unreachable``.
  package func probe() async throws(PrinterError) {
    try await RawConnection(to: endpoint, patience: patience, waitsForEnd: false).open()
  }

  /// Sends the bytes; `taken` is never called, as there are no jobs.
  package func carry(
    _ job: consuming PreparedJob, taken: @Sendable (JobHandle) async throws -> Void,
    watch: @Sendable (JobStatus) async -> Void
  ) async throws -> JobEnd {
    guard case .raw(let connection) = job.way else {
      preconditionFailure("a job is sent on the way it was prepared for")
    }
    do throws(PrinterError) {
      return .silent(reasons: try await connection.send(job.bytes, watch: watch))
    } catch {
      return .lost(error)
    }
  }
}
