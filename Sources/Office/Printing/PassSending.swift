import Credentials
import Devices
import Diagnostics
import Foundation
import PrintDesk
import Printers
import Store

/// Sends one pass after the other, each burned on the disk before the printer gets its first byte.
struct PassSending {
  let office: OfficeContext
  let records: RunRecords
  let transport: any JobTransport
  let place: PrintingPlace
  let tell: @Sendable (Printing.Event) -> Void

  /// Sends a pass, once, and waits for what becomes of it.
  ///
  /// - Parameters:
  ///   - pass: the pass.
  ///   - document: what it prints.
  ///   - number: the number of the form that the document was made for; `nil` for blank paper.
  /// - Returns: the run with what was learnt.
  /// - Throws: what is wrong with document or printer before the pass is burned; then it is planned again.
  ///   Behind the burning only the register's own failures.
  func send(
    _ pass: Pass, as document: PrintDocument, on number: StockNumber?
  ) async throws -> PrintRun {
    let ticket = ticket(for: pass)
    let job = try await prepared(pass, document, ticket)
    let burn = Burn(
      job: ticket.name, printer: place.printer.name, tray: place.source?.name,
      document: Digest.hex(job.bytes), act: records.act)
    try await records.burn(pass, as: burn, at: place, on: number)
    _ = try await records.change(pass.output) { run, _ in try run.sending(pass.ordinal) }
    let evidence = try await sent(job, pass)
    return try await records.change(pass.output) { run, _ in
      try run.learning(evidence, of: pass.ordinal)
    }
  }

  /// The job as the printer would take it; else the pass is given up and another is planned in its place.
  private func prepared(
    _ pass: Pass, _ document: PrintDocument, _ ticket: JobTicket
  ) async throws -> PreparedJob {
    do {
      return try await transport.prepare(document, ticket)
    } catch {
      let reason = Self.reason(of: error)
      _ = try await records.change(pass.output) { run, _ in
        try run.failing(pass.ordinal, because: reason).plannedAgain(after: pass.ordinal)
      }
      throw error
    }
  }

  private static func reason(of error: any Error) -> String {
    switch error {
    case let error as PrinterError: error.code.rawValue
    case let error as Refusal: error.diagnostics.first?.message.key ?? "refused"
    default: "failed"
    }
  }

  /// Sends a burned pass and follows it to its end.
  private func sent(_ job: consuming PreparedJob, _ pass: Pass) async throws -> Evidence {
    let (records, tell) = (records, tell)
    let end = try await transport.carry(job) { handle in
      tell(.sent(pass, handle))
      _ = try await records.change(pass.output) { run, _ in
        try run.sent(pass.ordinal, job: handle.id)
      }
    } watch: {
      tell(.progress(pass, $0))
    }
    return Evidence(end, guardedIn: place.printer.journal)
  }

  /// One job for one side plan of one sheet; its name says which, and is never used again.
  private func ticket(for pass: Pass) -> JobTicket {
    let nonce = Hex.encode(Array(office.surroundings.random(4)))
    return place.ticket(named: "\(pass.id) \(nonce)", pass.sides)
  }
}
