import Foundation
import Printers
import Support
import Testing
import VirtualPrinter

/// What is seen of a job between its sending and its end, for every fault (S2-134).
@Suite("Tracing a job", .timeLimit(.minutes(2)))
struct TraceTests {
  /// What a trace has to say after a fault.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let fault: String
    var state: JobStatus.State? = .completed
    var reason: String? = "job-completed-successfully"
    var impressions: Int? = 1
    var trouble: [String] = []
    var hasRestarted = false
    var hasKeptUUID: Bool? = true
    var error: PrinterError.Code?

    var testDescription: String { fault }
  }

  private static let jam = ["media-jam-error"]
  private static let faults = [
    Expectation(fault: "job=9 silent=yes"),
    Expectation(fault: "job=1 jam-before=1", trouble: jam),
    Expectation(fault: "job=1 jam-in=1", trouble: jam),
    Expectation(fault: "job=1 jam-after=1", trouble: jam),
    Expectation(
      fault: "job=1 jam-after=1 recover=reprint", impressions: 2, trouble: jam),
    Expectation(
      fault: "job=1 jam-in=1 recover=go-on", reason: "job-completed-with-errors",
      impressions: 0, trouble: jam),
    Expectation(
      fault: "job=1 empty-before=1", trouble: ["media-empty-error", "media-needed-error"]),
    Expectation(fault: "job=1 cover-in=1", trouble: ["cover-open-error"]),
    Expectation(fault: "job=1 stop-before=1", trouble: ["paused"]),
    Expectation(
      fault: "job=1 abort-before=1", state: .aborted, reason: "aborted-by-system", impressions: 0),
    Expectation(
      fault: "job=1 abort-in=1", state: .aborted, reason: "aborted-by-system", impressions: 0),
    Expectation(
      fault: "job=1 abort-after=1", state: .aborted, reason: "aborted-by-system"),
    Expectation(fault: "job=1 prints-nothing=yes"),
    Expectation(fault: "job=1 prints-twice=yes"),
    Expectation(fault: "job=1 says=0", impressions: 0),
    Expectation(fault: "job=1 slow=0.3 on=status"),
  ]

  @Test("a job's end is seen with everything that went before it", arguments: faults)
  func ends(expected: Expectation) async throws {
    try await FaultyPrinter.with(expected.fault) { faulty in
      let job = try await faulty.send()
      let trace = try await faulty.printer().trace(job, every: .milliseconds(10)) { status in
        // Whoever stands there clears the trouble once it was seen.
        guard status.state == .processingStopped, !status.printerReasons.isEmpty else { return }
        try? await faulty.server.machine.command("clear")
      }
      #expect(trace.error == nil)
      #expect(trace.finalState == expected.state)
      #expect(trace.reasons.first == expected.reason)
      #expect(trace.impressionsCompleted == expected.impressions)
      #expect(trace.printerReasons == expected.trouble)
      #expect(trace.hasRestarted == expected.hasRestarted)
      #expect(trace.hasKeptUUID == expected.hasKeptUUID)
      #expect(trace.states.last == trace.finalState)
      #expect(trace.states.contains(.processingStopped) == !expected.trouble.isEmpty)
    }
  }

  @Test(
    "a power cycle is seen by the up-time, and the job is forgotten",
    arguments: ["power-cycle-before=1", "power-cycle-in=1", "power-cycle-after=1"])
  func powerCycle(fault: String) async throws {
    try await FaultyPrinter.with("job=1 \(fault) down=0.3") { faulty in
      let job = try await faulty.send()
      let trace = try await faulty.printer().trace(job, every: .milliseconds(10))
      #expect(trace.error?.code == .jobForgotten)
      #expect(trace.finalState == nil)
      #expect(trace.hasRestarted)
      #expect(trace.failedLooks > 1)
    }
  }

  @Test("after a power cycle another job under the same number is not taken for this one")
  func reusedNumber() async throws {
    try await FaultyPrinter.with("job=1 power-cycle-before=1 down=0.1") { faulty in
      let job = try await faulty.send()
      #expect(
        try await faulty.wait {
          do { return try await faulty.printer().status().upTime ?? .max < 100 } catch {
            return false
          }
        })
      let next = try await faulty.send()
      #expect(next.id == job.id)
      #expect(try await faulty.printer().trace(next).finalState == .completed)
      let trace = try await faulty.printer().trace(job)
      #expect(trace.error?.code == .jobForgotten)
      #expect(trace.hasKeptUUID == false)
      #expect(trace.finalState == nil)
    }
  }

  @Test("a job-uuid that changes ends the trace: it may be another job")
  func changedUUID() async throws {
    try await FaultyPrinter.with("job=1 new-uuid=yes") { faulty in
      let trace = try await faulty.printer().trace(try await faulty.send())
      #expect(trace.error?.code == .jobForgotten)
      #expect(trace.hasKeptUUID == false)
    }
  }

  @Test("a printer that stands still, and one that answers no more, end in an error in time")
  func runsOut() async throws {
    let clock = ContinuousClock()
    try await FaultyPrinter.with("job=1 jam-in=1", "job=2 silent=yes on=status") { faulty in
      let job = try await faulty.send()
      let stuck = try await faulty.printer().trace(
        job, every: .milliseconds(20), within: .seconds(0.5))
      #expect(stuck.error?.code == .outOfTime)
      #expect(stuck.error?.isOutcomeUnknown == true)
      #expect(stuck.last?.state == .processingStopped)
      #expect(stuck.printerReasons == ["media-jam-error"])
      #expect(stuck.finalState == nil)
      // Somebody clears the jam; a second trace of the same job sees its end.
      try await faulty.server.machine.command("clear")
      #expect(try await faulty.printer().trace(job).finalState == .completed)

      let silent = try await faulty.send()
      let start = clock.now
      let trace = try await faulty.printer(seconds: 1).trace(
        silent, every: .milliseconds(20), patience: .seconds(0.5))
      #expect(trace.error?.code == .connectionLost || trace.error?.code == .noAnswer)
      #expect(trace.finalState == nil)
      #expect(clock.now - start < .seconds(10))
    }
  }

  @Test("a printer that is gone for good ends in an error when patience does")
  func gone() async throws {
    let (job, printer) = try await FaultyPrinter.with("job=1 jam-in=1") { faulty in
      (try await faulty.send(), try await faulty.printer())
    }
    let trace = await printer.trace(job, every: .milliseconds(20), patience: .seconds(0.3))
    #expect(trace.error?.code == .unreachable)
    #expect(trace.looks == 0)
    #expect(trace.hasKeptUUID == nil)
  }

  @Test("a jam on CUPS's own printer is seen too")
  func realPrinter() async throws {
    try await VirtualPrinterHarness.with(fault: "jam 1 1") { harness in
      let bytes = SampleDocuments.pdf()
      let printer = try harness.printer()
      let job = try await printer.send(PrintDocument(pdf: { bytes }), JobTicket(name: "jam"))
      let trace = await printer.trace(job, every: .milliseconds(50))
      #expect(trace.finalState == .completed)
      #expect(trace.reasons == ["job-completed-successfully"])
      #expect(trace.impressionsCompleted == 1)
      #expect(trace.printerReasons.contains { $0.hasPrefix("media-jam") })
      #expect(trace.hasKeptUUID == true)
      #expect(!trace.hasRestarted)
      #expect(harness.sheets == 1)
    }
  }
}
