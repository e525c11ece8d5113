import Certificates
import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk
import Store
import Support
import Testing
import VirtualPrinter

/// A sheet from the printer to 已打印, and from a jam to its replacement (S2-118, S2-127, S2-134).
@Suite(.serialized) struct PrintingTests {
  @Test(arguments: OfficeWorkplace.Register.allCases)
  func `S2-127: a clean print is issued by a look at the sheet, and logged once`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await PrintingDesk.with(register) { desk in
      let output = try await desk.released()
      #expect(try await desk.answer(output) == .notYetIssued, "released is not issued")
      let run = try await desk.print(output.id)
      #expect(run.output.state == .printing && run.passes.map(\.state) == [.clean])
      #expect(run.sheets.map(\.state) == [.printed])
      #expect(try desk.paper(output.id).map(\.condition) == [.good])
      #expect(try await desk.answer(output) == .notYetIssued, "nobody has looked at it")
      let sent = try #require(run.passes.first?.burn)
      #expect(try desk.paper(output.id).map(\.sha256) == [sent.document])
      try await expectWrongLooks(desk, output)
      let issued = try await desk.confirm(output.id)
      #expect(issued.output.state == .issued && issued.sheets.map(\.state) == [.good])
      #expect(try await desk.confirm(output.id) == issued, "said twice it is said once")
      #expect(try desk.place.events(output.id) == [.release, .sealed, .issue])
      #expect(try await desk.answer(output) == .valid)
      try await desk.print(output.id)
      #expect(try desk.paper(output.id).count == 1, "an issued output is not printed again")
      let late = await #expect(throws: Refusal.self) { try await desk.spoil(output.id) }
      #expect(keys(of: late) == ["desk.decided-already"])
      try await desk.expectAccounted()
    }
  }

  private func expectWrongLooks(_ desk: PrintingDesk, _ output: Output) async throws {
    let looks: [(Look, String)] = [
      (.typed("9999"), "desk.typed-other"), (.typed("1"), "desk.type-more"),
      (.typed(""), "desk.type-more"),
      (.scanned(number: output.number, serial: "CCPIT000000000009"), "desk.other-code"),
      (.scanned(number: output.number + "9", serial: output.serial), "desk.other-code"),
    ]
    for (look, key) in looks {
      let wrong = await #expect(throws: Refusal.self) {
        try await desk.decisions.good(1, of: output.id, look, by: PrintingDesk.clerk)
      }
      #expect(keys(of: wrong) == [key], "\(look)")
    }
    #expect(try await desk.run(output.id).output.state == .printing)
    #expect(try desk.place.events(output.id) == [.release, .sealed])
  }

  @Test func `a sheet is confirmed by what a scanner reads from its code`() async throws {
    try await PrintingDesk.with { desk in
      let output = try await desk.released()
      try await desk.print(output.id)
      let link = try #require(RecordLink(output.progress.code ?? ""))
      let record = try #require(CertificateRecord(link.record.payload))
      let look = Look.scanned(number: record.number, serial: record.serial)
      let run = try await desk.decisions.good(nil, of: output.id, look, by: PrintingDesk.clerk)
      #expect(run.output.state == .issued)
      #expect(try await desk.answer(output) == .valid)
    }
  }

  @Test func `nobody confirms what was not printed, nor without their PIN`() async throws {
    try await PrintingDesk.with { desk in
      let output = try await desk.released()
      for act in [false, true] {
        let early = await #expect(throws: Refusal.self) {
          if act { try await desk.spoil(output.id) } else { try await desk.confirm(output.id) }
        }
        #expect(keys(of: early) == ["office.no-sheet-waits"], "nothing was planned yet")
      }
      try await desk.print(output.id)
      let stranger = await #expect(throws: Refusal.self) {
        try await desk.decisions.good(
          1, of: output.id, .typed("0001"), by: Identification(id: "wang", pin: "0000"))
      }
      #expect(keys(of: stranger) == ["office.not-identified"])
      #expect(try await desk.run(output.id).output.state == .printing)
    }
  }

  @Test(arguments: OfficeWorkplace.Register.allCases)
  func `S2-118, S2-134: a jam voids the serial and makes its successor in one step`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await PrintingDesk.with(register, faults: "job=1 jam-in=1") { desk in
      let output = try await desk.released()
      let run = try await desk.print(output.id, tell: desk.clearing)
      #expect(run.output.state == .uncertain && run.passes.map(\.state) == [.uncertain])
      #expect(run.passes.first?.evidence?.printerReasons.contains("media-jam-error") == true)
      // The printer prints the sheet again by itself, so that two bear the same serial.
      #expect(try desk.paper(output.id).map(\.condition) == [.halfPrinted, .good])
      try await desk.expectUncertain(output.id)
      let outcome = try await desk.spoil(output.id)
      try await expectReplaced(desk, output, outcome)
    }
  }

  private func expectReplaced(
    _ desk: PrintingDesk, _ output: Output, _ outcome: SheetDecisions.Outcome
  ) async throws {
    let next = try #require(outcome.successor)
    #expect(outcome.void.output.voidReason == .replaced(by: next.id, cause: .jam))
    #expect(next.number == output.number && next.serial != output.serial && next.revision == 1)
    #expect(try await desk.answer(output) == .serialNoLongerValid)
    let early = await #expect(throws: Refusal.self) { try await desk.print(next.id) }
    #expect(keys(of: early) == ["office.not-released-yet"])
    let released = try await desk.finish(next.id)
    #expect(try await desk.print(next.id).output.state == .printing)
    #expect(try desk.paper(next.id).map(\.condition) == [.good])
    let wrong = await #expect(throws: Refusal.self) {
      try await desk.confirm(next.id, typed: String(output.serial.suffix(4)))
    }
    #expect(keys(of: wrong) == ["desk.typed-other"], "the old sheet is not the new one")
    #expect(try await desk.confirm(next.id).output.state == .issued)
    #expect(try await desk.answer(released) == .valid)
    #expect(try await desk.answer(output) == .serialNoLongerValid)
    #expect(try desk.place.events(output.id) == [.release, .sealed, .void])
    #expect(try desk.place.events(next.id) == [.revision, .release, .sealed, .issue])
    for act in [false, true] {
      let late = await #expect(throws: Refusal.self) {
        if act { try await desk.spoil(output.id) } else { try await desk.confirm(output.id) }
      }
      #expect(keys(of: late) == ["desk.already-void"])
    }
    try await desk.expectAccounted()
  }

  @Test func `a void output is not printed`() async throws {
    try await PrintingDesk.with(faults: "job=1 abort-in=1") { desk in
      let first = try await desk.released()
      try await desk.print(first.id)
      try await desk.spoil(first.id)
      let second = try await desk.released(seed: 2)
      _ = try await Withdrawing(desk.place.office())
        .withdraw(second.id, by: OfficeWorkplace.officer)
      for id in [first.id, second.id] {
        let error = await #expect(throws: Refusal.self) { try await desk.print(id) }
        #expect(!keys(of: error).isEmpty)
      }
      #expect(try desk.faulty.sheets().count == 1)
      #expect(try await desk.answer(second) == .void)
      try await desk.expectAccounted()
    }
  }
}
