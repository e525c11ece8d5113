import Diagnostics
import Foundation
import Printers
import Support
import Synchronization
import Testing
import VirtualPrinter

/// Bytes on a raw connection, to our own printer with every fault.
@Suite("Raw printing", .timeLimit(.minutes(2)))
struct RawPrintingTests {
  /// A form of text with a form feed at its end.
  private let bytes = Data([0x1B, 0x40] + [UInt8](repeating: 0x41, count: 6000) + [0x0D, 0x0C])

  private func printer(
    _ faulty: FaultyPrinter, held: Double = 0.3, givenUp: Double = 60
  ) throws -> RawPrinter {
    var patience = RawPrinter.Patience()
    patience.held = held
    patience.givenUp = givenUp
    let port = try #require(faulty.server.rawPort)
    return RawPrinter(Endpoint(host: "127.0.0.1", port: port), patience: patience)
  }

  private func with<Result>(
    _ faults: String..., body: (FaultyPrinter) async throws -> Result
  ) async throws -> Result {
    let faults = try faults.map { try Fault(parsing: $0) }
    return try await FaultyPrinter.with { settings in
      settings.rawPort = 0
      settings.documents = settings.log?.deletingLastPathComponent()
      settings.faults = faults
    } _: {
      try await body($0)
    }
  }

  /// Sends the bytes and gives what was told meanwhile and at the end.
  private func send(
    _ bytes: Data? = nil, to printer: RawPrinter,
    _ watch: @escaping @Sendable (JobStatus) async -> Void = { _ in }
  ) async throws -> (told: [JobStatus], end: JobEnd) {
    let job = try await printer.prepare(
      PrintDocument(raw: bytes ?? self.bytes), JobTicket(name: "raw"))
    let told = Told()
    let end = try await printer.carry(job) { _ in
      Issue.record("a raw connection has no jobs")
    } watch: {
      told.list.withLock { [status = $0] in $0.append(status) }
      await watch($0)
    }
    return (told.list.withLock { $0 }, end)
  }

  /// The only document the printer got.
  private func arrived(_ faulty: FaultyPrinter) throws -> Data {
    let name = try #require(try faulty.sheets().first?.sha256)
    return try Data(contentsOf: faulty.sandbox.folder.appending(path: name))
  }

  @Test("all bytes arrive as they are, once, and the printer is not said to have told anything")
  func sendsAll() async throws {
    try await with { faulty in
      let (told, end) = try await send(to: try printer(faulty, held: 30))
      #expect(told.map(\.state) == [.completed])
      guard case .silent(let reasons) = end else { Issue.record("\(end)"); return }
      #expect(reasons.isEmpty)
      #expect(try await faulty.wait { try faulty.sheets().count == 1 })
      #expect(try arrived(faulty) == bytes)
    }
  }

  @Test(
    "stalled at any byte the job is held, nothing is sent again, and the rest follows",
    arguments: Soak.choice(
      Array(stride(from: 0, through: 6004, by: 29)),
      else: [0, 1, 2, 511, 512, 513, 3000, 5999, 6003, 6004]))
  func stalls(at byte: Int) async throws {
    try await with("job=1 stall-at=\(byte)") { faulty in
      let (told, end) = try await send(to: try printer(faulty)) { status in
        guard status.state == .processingStopped else { return }
        #expect(status.printerReasons == ["timed-out"])
        try? await faulty.server.machine.command("clear")
      }
      #expect(told.first?.state == .processingStopped && told.last?.state == .completed)
      guard case .silent(let reasons) = end else { Issue.record("\(end)"); return }
      #expect(reasons == ["timed-out"])
      #expect(try await faulty.wait { try faulty.sheets().count == 1 })
      #expect(try arrived(faulty) == bytes)
    }
  }

  @Test(
    "a printer that takes nothing for too long is given up, and what it has not yet never comes")
  func givesUp() async throws {
    try await with("job=1 stall-at=100") { faulty in
      // More than the system keeps for a printer.
      let long = Data([UInt8](repeating: 0x41, count: 16 << 20) + [0x0C])
      let (_, end) = try await send(long, to: try printer(faulty, held: 0.2, givenUp: 0.6))
      guard case .lost(let error) = end else { Issue.record("\(end)"); return }
      #expect(error.code == .outOfTime && error.isOutcomeUnknown)
      try await faulty.server.machine.command("clear")
      try await Task.sleep(for: .milliseconds(300))
      #expect(try faulty.sheets().allSatisfy { $0.condition != .good })
    }
  }

  @Test("a connection that breaks leaves it open what was printed", arguments: [1, 700, 6000])
  func breaks(at byte: Int) async throws {
    try await with("job=1 cut-at=\(byte)") { faulty in
      let (_, end) = try await send(to: try printer(faulty))
      guard case .lost(let error) = end else { Issue.record("\(end)"); return }
      #expect(error.code == .noAnswer && error.isOutcomeUnknown)
    }
  }

  @Test("a printer that is not there is told before a byte is sent")
  func isNotThere() async throws {
    let port = try Loopback.freePort()
    let printer = RawPrinter(Endpoint(host: "127.0.0.1", port: port), seconds: 2)
    await #expect {
      _ = try await printer.prepare(PrintDocument(raw: bytes), JobTicket(name: "r"))
    } throws: {
      ($0 as? PrinterError)?.code == .unreachable
    }
  }

  @Test("only the printer's own language goes over a raw connection, one copy at a time")
  func refusesOthers() async throws {
    try await with { faulty in
      let printer = try printer(faulty)
      let pdf = SampleDocuments.pdf()
      await #expect(throws: Refusal.self) {
        _ = try await printer.prepare(PrintDocument(pdf: { pdf }), JobTicket(name: "pdf"))
      }
      await #expect(throws: Refusal.self) {
        _ = try await printer.prepare(
          PrintDocument(raw: bytes), JobTicket(name: "two", copies: 2))
      }
    }
  }
}

/// What was told, in order.
private final class Told: Sendable {
  let list = Mutex<[JobStatus]>([])
}
