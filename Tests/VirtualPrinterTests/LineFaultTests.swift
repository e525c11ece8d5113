import Diagnostics
import Foundation
import Printers
import Support
import Testing
import VirtualPrinter

/// What goes wrong on the line and in the printer's memory (S2-134).
@Suite("Faults of the line and of memory", .timeLimit(.minutes(1)))
struct LineFaultTests {
  @Test(
    "a line cut, or an answer that never comes, hides whether paper came out",
    arguments: [("drop=end", 1), ("drop=middle", 0), ("silent=yes", 1)])
  func hidesOutcome(fault: String, sheets: Int) async throws {
    try await FaultyPrinter.with("job=1 \(fault)") { faulty in
      let error = await #expect(throws: PrinterError.self) { try await faulty.send(seconds: 3) }
      #expect(error?.code == .noAnswer)
      #expect(error?.isOutcomeUnknown == true)
      let printer = try await faulty.printer()
      #expect(try await faulty.wait { try await printer.jobs("completed").count == 1 })
      #expect(try faulty.sheets().count == sheets)
      let state = try await printer.jobs("completed").first?.number("job-state")
      #expect(state == (sheets == 1 ? 9 : 8))
      // The next job is not disturbed.
      #expect(try await faulty.follow(try await faulty.send()).seen.last?.state == .completed)
    }
  }

  @Test("a line cut before the document was sent prints nothing")
  func cutsCreation() async throws {
    try await FaultyPrinter.with("job=1 drop=end on=create") { faulty in
      let error = await #expect(throws: PrinterError.self) { try await faulty.send() }
      #expect(error?.code == .connectionLost)
      #expect(error?.isOutcomeUnknown == false)
      let jobs = try await faulty.printer().jobs()
      #expect(jobs.map { $0.strings("job-state-reasons") } == [["job-incoming"]])
      #expect(try faulty.sheets().isEmpty)
    }
  }

  @Test("a slow answer is late by the seconds stated and no fault")
  func slow() async throws {
    try await FaultyPrinter.with("job=1 slow=0.5") { faulty in
      let clock = ContinuousClock()
      let start = clock.now
      let job = try await faulty.send()
      #expect(clock.now - start >= .seconds(0.5))
      #expect(try await faulty.follow(job).seen.last?.state == .completed)
    }
  }

  @Test("a job whose document does not come is given up")
  func givesUpWaiting() async throws {
    try await FaultyPrinter.with("job=1 drop=end on=create", change: { $0.patience = 1 }) {
      faulty in
      _ = try? await faulty.send()
      let printer = try await faulty.printer()
      #expect(try await faulty.wait { try await printer.jobs("completed").count == 1 })
      #expect(try await printer.jobs("completed").first?.number("job-state") == 8)
    }
  }

  @Test(
    "a power cycle loses the jobs, starts their numbers and the up-time again",
    arguments: [
      ("power-cycle-before=2", [.good]), ("power-cycle-in=2", [.good, .halfPrinted]),
      ("power-cycle-after=2", [.good, .good]),
    ] as [(String, [SheetRecord.Condition])])
  func powerCycle(fault: String, conditions: [SheetRecord.Condition]) async throws {
    try await FaultyPrinter.with("job=1 \(fault) down=0.2") { faulty in
      let job = try await faulty.send(pages: 3)
      let printer = try await faulty.printer()
      #expect(
        try await faulty.wait {
          do { return try await printer.status().upTime ?? .max < 100 } catch { return false }
        })
      #expect(try faulty.sheets().map(\.condition) == conditions)
      let (_, error) = try await faulty.follow(job)
      #expect(error?.code == .restarted)
      #expect(try await printer.jobs("all").isEmpty)
      let next = try await faulty.send()
      #expect(next.id == job.id)
      #expect(next.uuid != job.uuid)
      #expect(try await faulty.follow(next).seen.last?.state == .completed)
      #expect(try faulty.sheets().last?.ordinal == 2)
    }
  }

  @Test("the plug pulled by command spoils the sheet in the paper path")
  func plug() async throws {
    try await FaultyPrinter.with(change: { $0.secondsPerSheet = 5 }) { faulty in
      _ = try await faulty.send()
      let printer = try await faulty.printer()
      #expect(try await faulty.wait { try await printer.status().state == .processing })
      try await faulty.server.machine.command("power-cycle down=0.1")
      #expect(try faulty.sheets().map(\.condition) == [.halfPrinted])
    }
  }

  @Test("a printer whose log cannot be written ends, rather than print unseen")
  func fullDisk() async throws {
    try await FaultyPrinter.with(change: { $0.log = URL(filePath: "/dev/full") }) { faulty in
      _ = try await faulty.send()
      let refusal = await #expect(throws: Refusal.self) { try await faulty.server.finished() }
      #expect(refusal?.diagnostics.map(\.place.file) == ["/dev/full"])
      let error = await #expect(throws: PrinterError.self) {
        try await faulty.printer().status()
      }
      #expect(error?.code == .unreachable)
    }
  }

  @Test("false reports: complete without a sheet, wrong counts, sheets twice")
  func lies() async throws {
    try await FaultyPrinter.with(
      "job=1 prints-nothing=yes", "job=2 says=0", "job=3 prints-twice=yes"
    ) { faulty in
      var ends: [JobStatus?] = []
      for _ in 1...3 { ends.append(try await faulty.follow(try await faulty.send()).seen.last) }
      #expect(ends.map { $0?.state } == [.completed, .completed, .completed])
      #expect(
        ends.map { $0?.reasons.first } == Array(repeating: "job-completed-successfully", count: 3))
      #expect(ends.map { $0?.impressionsCompleted } == [1, 0, 1])
      #expect(try faulty.sheets().map(\.ordinal) == [2, 3, 3])
      #expect(try faulty.sheets().allSatisfy { $0.condition == .good })
    }
  }

  @Test("a job-uuid that changes and a job-id given twice are told by the uuid")
  func identities() async throws {
    try await FaultyPrinter.with("job=1 new-uuid=yes", "job=3 reuse-id=yes") { faulty in
      let first = try await faulty.send()
      #expect(try await faulty.wait { try faulty.sheets().count == 1 })
      #expect(try await faulty.follow(first).error?.code == .jobForgotten)
      #expect(try faulty.sheets().first?.uuid != first.uuid)
      let second = try await faulty.send()
      #expect(try await faulty.follow(second).error == nil)
      let third = try await faulty.send()
      #expect(third.id == second.id)
      #expect(third.uuid != second.uuid)
      #expect(try await faulty.follow(third).seen.last?.state == .completed)
      #expect(try await faulty.follow(second).error?.code == .jobForgotten)
    }
  }
}
