import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk
import Printers
import Support
import Testing
import VirtualPrinter

/// Whatever a printer does, nothing is sent twice and every sheet is accounted for (S2-134, S5-27).
@Suite(.serialized) struct PrintingFaultTests {
  /// A fault, what the desk makes of it, and what it leaves on paper.
  struct Case: Sendable, CustomTestStringConvertible {
    let fault: String
    let doubts: Set<Evidence.Doubt>
    let paper: [SheetRecord.Condition]

    init(_ fault: String, _ doubts: Set<Evidence.Doubt>, _ paper: [SheetRecord.Condition]) {
      self.fault = fault
      self.doubts = doubts
      self.paper = paper
    }

    var testDescription: String { fault }
    /// Whether exactly one sheet is there, and good.
    var isGood: Bool { paper == [.good] }
  }

  /// What shows in the printer's own report, or in that there is none.
  static let seen = [
    Case("jam-in=1", [.trouble], [.halfPrinted, .good]),
    Case("jam-after=1", [.trouble], [.good]),
    Case("empty-before=1", [.trouble], [.good]),
    Case("stop-before=1", [.trouble], [.good]),
    Case("abort-in=1", [.notCompleted, .notSuccessful, .impressions], [.halfPrinted]),
    Case("abort-after=1", [.notCompleted, .notSuccessful], [.good]),
    Case("power-cycle-in=1 down=0.2", [.outcomeUnknown], [.halfPrinted]),
    Case("drop=end", [.outcomeUnknown], [.good]),
    Case("drop=middle", [.outcomeUnknown], []),
    Case("silent=yes", [.outcomeUnknown], [.good]),
    Case("says=0", [.impressions], [.good]),
    Case("says=2", [.impressions], [.good]),
  ]

  /// Each fault over one of the registers, in the soak run over both.
  static let cases = seen.enumerated().flatMap { index, fault in
    let registers = OfficeWorkplace.Register.allCases
    return (Soak.isOn ? registers : [registers[index % 2]]).map { (fault, $0) }
  }

  @Test(arguments: cases)
  func `S2-134: a fault ends uncertain, is never sent again, and a person settles it`(
    _ fault: Case, _ register: OfficeWorkplace.Register
  ) async throws {
    try await PrintingDesk.with(
      register, faults: "job=1 \(fault.fault)", change: { $0.secondsPerSheet = 0.2 }
    ) { desk in
      let output = try await desk.released()
      let seconds = fault.fault == "silent=yes" ? 5.0 : 60
      let run = try await desk.print(output.id, seconds: seconds, tell: desk.clearing)
      try await desk.printerIsIdle()
      #expect(try desk.paper(output.id).map(\.condition) == fault.paper)
      #expect(run.output.state == .uncertain)
      guard case .uncertain(let doubts)? = run.passes.first?.evidence?.verdict(on: .front) else {
        Issue.record("\(run)")
        return
      }
      let isSilent = fault.doubts == [.outcomeUnknown]
      #expect(isSilent ? doubts.contains(.outcomeUnknown) : doubts == fault.doubts, "\(doubts)")
      try await desk.expectUncertain(output.id)
      try await settle(desk, output, isGood: fault.isGood)
      try await desk.expectAccounted()
    }
  }

  /// Says what is so: the good sheet is good, anything else is replaced.
  private func settle(_ desk: PrintingDesk, _ output: Output, isGood: Bool) async throws {
    if isGood {
      #expect(try await desk.confirm(output.id).output.state == .issued)
      #expect(try await desk.answer(output) == .valid)
      return
    }
    let next = try #require(try await desk.spoil(output.id).successor)
    try await desk.finish(next.id)
    try await desk.print(next.id)
    #expect(try await desk.confirm(next.id).output.state == .issued)
    #expect(try await desk.answer(output) == .serialNoLongerValid)
    #expect(try desk.paper(next.id).map(\.condition) == [.good])
  }

  @Test func `another job-uuid is another job: uncertain, though the sheet is good`() async throws {
    try await PrintingDesk.with(
      faults: "job=1 new-uuid=yes", change: { $0.secondsPerSheet = 0.5 }
    ) { desk in
      let output = try await desk.released()
      let run = try await desk.print(output.id)
      let verdict = run.passes.first?.evidence?.verdict(on: .front)
      guard case .uncertain(let doubts)? = verdict else {
        Issue.record("\(run)")
        return
      }
      #expect(doubts.isSuperset(of: [.otherJob, .outcomeUnknown]))
      try await desk.printerIsIdle()
      try await desk.expectUncertain(output.id)
      try await settle(desk, output, isGood: true)
      try await desk.expectAccounted()
    }
  }

  @Test(arguments: [("prints-twice=yes", 2), ("prints-nothing=yes", 0)])
  func `what the printer reports falsely as clean is found by the look alone`(
    _ fault: String, _ count: Int
  ) async throws {
    try await PrintingDesk.with(faults: "job=1 \(fault)") { desk in
      let output = try await desk.released()
      let run = try await desk.print(output.id)
      // The register cannot know better; that is why a clean report makes nothing issued.
      #expect(run.passes.map(\.state) == [.clean] && run.output.state == .printing)
      #expect(try desk.paper(output.id).map(\.condition) == Array(repeating: .good, count: count))
      #expect(try await desk.answer(output) == .notYetIssued)
      let cause: SpoilCause = count == 0 ? .nothingCameOut : .other
      let next = try #require(try await desk.spoil(output.id, cause).successor)
      #expect(try await desk.answer(output) == .serialNoLongerValid)
      try await desk.finish(next.id)
      try await desk.print(next.id)
      #expect(try await desk.confirm(next.id).output.state == .issued)
      try await desk.expectAccounted()
    }
  }

  @Test func `a jam waits for a person, and nothing else is printed meanwhile`() async throws {
    try await PrintingDesk.with(faults: "job=1 jam-before=1") { desk in
      let (output, other) = (try await desk.released(), try await desk.released(seed: 2))
      let run = try await desk.print(output.id, tell: desk.clearing)
      #expect(run.output.state == .uncertain)
      #expect(try desk.paper(output.id).map(\.condition) == [.jammed, .good])
      let busy = await #expect(throws: Refusal.self) { try await desk.print(other.id) }
      #expect(keys(of: busy) == ["office.doubt-at-printer"])
      #expect(try desk.paper(other.id).isEmpty)
      try await settle(desk, output, isGood: false)
      #expect(try await desk.print(other.id).output.state == .printing)
      try await desk.expectAccounted()
    }
  }

  @Test func `a printer that gets over a jam by itself is believed no more`() async throws {
    try await PrintingDesk.with(faults: "job=1 jam-in=1 clear=3") { desk in
      let output = try await desk.released()
      #expect(try await desk.print(output.id).output.state == .uncertain)
      // Two sheets bear one serial now: the spoiled one and the printer's own repetition.
      #expect(try desk.paper(output.id).map(\.condition) == [.halfPrinted, .good])
      try await settle(desk, output, isGood: false)
      try await desk.expectAccounted()
    }
  }
}
