import Foundation
import Printers
import Support
import Testing
import VirtualPrinter

/// What goes wrong at a sheet shows on paper and over IPP (S2-134).
@Suite("Faults at a sheet", .timeLimit(.minutes(1)))
struct SheetFaultTests {
  @Test("a good job: every sheet in the log with its number and the document's hash")
  func clean() async throws {
    try await FaultyPrinter.with(trays: ["tray-1 stock=CN000099"]) { faulty in
      let job = try await faulty.send(pages: 3, JobTicket(name: "42", sides: .twoSidedLongEdge))
      let (seen, error) = try await faulty.follow(job)
      #expect(error == nil)
      #expect(seen.last?.state == .completed)
      #expect(seen.last?.reasons == ["job-completed-successfully"])
      #expect(seen.last?.impressionsCompleted == 3)
      let sheets = try faulty.sheets()
      #expect(sheets.map(\.condition) == [.good, .good])
      #expect(sheets.map(\.sides) == [[.front, .back], [.front]])
      #expect(sheets.map(\.stock) == ["CN000099", "CN000100"])
      #expect(sheets.map(\.name) == ["42", "42"])
      #expect(sheets.map(\.uuid) == [job.uuid, job.uuid])
      let sum = try await PrintTool.run([
        "sha256sum", try faulty.write(SampleDocuments.pdf(pages: 3)),
      ])
      #expect(sheets.allSatisfy { sum.text.hasPrefix($0.sha256) })
    }
  }

  @Test(
    "trouble stops the printer with its reason until somebody clears it",
    arguments: [
      ("jam-before=1", "media-jam-error", [.jammed, .good]),
      ("jam-in=1", "media-jam-error", [.halfPrinted, .good]),
      ("jam-after=1", "media-jam-error", [.good]),
      ("jam-after=1 recover=reprint", "media-jam-error", [.good, .good]),
      ("jam-before=1 recover=go-on", "media-jam-error", [.jammed]),
      ("cover-before=1", "cover-open-error", [.good]),
      ("cover-in=1", "cover-open-error", [.halfPrinted, .good]),
      ("empty-before=1", "media-empty-error", [.good]),
      ("stop-before=1", "paused", [.good]),
      ("stop-after=1", "paused", [.good]),
    ] as [(String, String, [SheetRecord.Condition])])
  func trouble(
    fault: String, reason: String, conditions: [SheetRecord.Condition]
  ) async throws {
    try await FaultyPrinter.with("job=1 \(fault)") { faulty in
      let job = try await faulty.send()
      let printer = try await faulty.printer()
      let stopped = try await faulty.wait {
        let status = try await printer.status()
        return status.state == .stopped && status.stateReasons.contains(reason)
      }
      #expect(stopped)
      let before = try await printer.jobs().first
      #expect(before?.number("job-state") == 6)
      #expect(before?.strings("job-state-reasons") == ["printer-stopped"])
      try await faulty.server.machine.command("clear")
      let (seen, error) = try await faulty.follow(job)
      #expect(error == nil)
      #expect(seen.last?.state == .completed)
      let isWhole = conditions.contains(.good)
      #expect(
        seen.last?.reasons
          == [isWhole ? "job-completed-successfully" : "job-completed-with-errors"])
      #expect(seen.last?.impressionsCompleted == conditions.count { $0 == .good })
      #expect(try faulty.sheets().map(\.condition) == conditions)
      #expect(try await printer.status().stateReasons == [])
    }
  }

  @Test("a printer that gets over a jam by itself prints the sheet again")
  func recovers() async throws {
    // So short a trouble may go unseen between two looks; the paper tells.
    try await FaultyPrinter.with("job=1 jam-in=1 clear=0.1") { faulty in
      let (seen, _) = try await faulty.follow(try await faulty.send())
      #expect(seen.last?.state == .completed)
      #expect(try faulty.sheets().map(\.condition) == [.halfPrinted, .good])
    }
  }

  @Test(
    "a job given up ends as aborted with what came out counted",
    arguments: [
      ("abort-before=2", [.good]), ("abort-in=2", [.good, .halfPrinted]),
      ("abort-after=2", [.good, .good]), ("jam-in=2 clear=0 recover=abort", [.good, .halfPrinted]),
    ] as [(String, [SheetRecord.Condition])])
  func aborts(fault: String, conditions: [SheetRecord.Condition]) async throws {
    try await FaultyPrinter.with("job=1 \(fault)") { faulty in
      let (seen, _) = try await faulty.follow(try await faulty.send(pages: 3))
      #expect(seen.last?.state == .aborted)
      #expect(seen.last?.reasons == ["aborted-by-system"])
      #expect(seen.last?.impressionsCompleted == conditions.count { $0 == .good })
      #expect(try faulty.sheets().map(\.condition) == conditions)
    }
  }

  @Test("two sheets drawn at once shift all later numbers")
  func doubleFeed() async throws {
    try await FaultyPrinter.with("job=1 double-feed=1", trays: ["tray-1 stock=CN1"]) { faulty in
      for _ in 1...2 { _ = try await faulty.follow(try await faulty.send()) }
      let sheets = try faulty.sheets()
      #expect(sheets.map(\.condition) == [.good, .blank, .good])
      #expect(sheets.map(\.stock) == ["CN1", "CN2", "CN3"])
    }
  }

  @Test("an empty tray stops the job between sheets until it is loaded")
  func runsEmpty() async throws {
    try await FaultyPrinter.with(trays: ["tray-1 sheets=1 stock=CN7"]) { faulty in
      let job = try await faulty.send(pages: 2)
      let printer = try await faulty.printer()
      #expect(
        try await faulty.wait {
          try await printer.status().stateReasons == ["media-empty-error", "media-needed-error"]
        })
      #expect(try faulty.sheets().count == 1)
      try await faulty.server.machine.command("load tray=tray-1 sheets=10 stock=CN20")
      #expect(try await faulty.follow(job).seen.last?.state == .completed)
      #expect(try faulty.sheets().map(\.stock) == ["CN7", "CN20"])
    }
  }

  @Test("S2-130: a hand-fed tray waits for each sheet, as for the back of one already printed")
  func handFed() async throws {
    try await FaultyPrinter.with(trays: ["tray-1", "manual hand=yes"]) { faulty in
      let job = try await faulty.send(JobTicket(name: "back", source: "manual"))
      let printer = try await faulty.printer()
      #expect(
        try await faulty.wait {
          try await printer.status().stateReasons == ["media-needed-error"]
        })
      try await faulty.server.machine.command("feed tray=manual stock=CN5")
      #expect(try await faulty.follow(job).seen.last?.state == .completed)
      #expect(try faulty.sheets().map(\.stock) == ["CN5"])
      #expect(try faulty.sheets().map(\.tray) == ["manual"])
    }
  }

  @Test("cancel lets the sheet in the paper path come out and no other")
  func cancels() async throws {
    try await FaultyPrinter.with(change: { $0.secondsPerSheet = 0.3 }) { faulty in
      let job = try await faulty.send(pages: 5)
      let printer = try await faulty.printer()
      #expect(try await faulty.wait { try faulty.sheets().count == 1 })
      try await printer.cancel(job)
      let count = try faulty.sheets().count
      let (seen, _) = try await faulty.follow(job)
      #expect(seen.last?.state == .canceled)
      #expect(seen.last?.reasons == ["job-canceled-by-user"])
      let sheets = try faulty.sheets()
      #expect((count...count + 1).contains(sheets.count))
      #expect(sheets.count < 5)
      #expect(seen.last?.impressionsCompleted == sheets.count)
      #expect(sheets.allSatisfy { $0.condition == .good })
    }
  }
}

extension FaultyPrinter {
  /// Writes a document into the sandbox.
  fileprivate func write(_ document: Data) throws -> String {
    try document.write(to: sandbox.folder.appending(path: "document"))
    return sandbox.path("document")
  }
}
