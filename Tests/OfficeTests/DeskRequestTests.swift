import Certificates
import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk
import Support
import Testing
import VirtualPrinter

/// What enterprises ask for and officers decide, through to the paper (B.2 to B.5).
@Suite(.serialized) struct DeskRequestTests {
  private func requests(_ desk: PrintingDesk) -> DeskRequests { DeskRequests(desk.place.office()) }

  private func ask(
    _ desk: PrintingDesk, _ subject: DeskRequest.Subject, _ number: String, note: String = ""
  ) async throws -> DeskRequest {
    try await requests(desk).ask(subject, of: number, note: note, by: PrintingDesk.clerk)
  }

  private func approve(_ desk: PrintingDesk, _ request: DeskRequest) async throws {
    _ = try await requests(desk).approve(request.id, by: OfficeWorkplace.officer)
  }

  private func reprint(
    _ desk: PrintingDesk, _ number: String
  ) async throws -> SheetDecisions.Outcome {
    try await Reprinting(desk.place.office()).reprint(number, by: PrintingDesk.clerk)
  }

  /// Prints an output whose release may not be finished, and finds it good.
  @discardableResult
  private func issued(_ desk: PrintingDesk, _ id: String) async throws -> Output {
    try await desk.finish(id)
    try await desk.print(id)
    return try await desk.confirm(id).output
  }

  // MARK: Reprints

  @Test(arguments: PrintingDesk.registers)
  func `S2-134, S2-118: the first jam within a day needs no officer, the next one does`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await PrintingDesk.with(register) { desk in
      let first = try await desk.released()
      let early = await #expect(throws: Refusal.self) {
        try await ask(desk, .reprint(.jam), first.number)
      }
      #expect(keys(of: early) == ["request.never-printed"])
      try await issued(desk, first.id)
      let none = await #expect(throws: Refusal.self) { try await reprint(desk, first.number) }
      #expect(keys(of: none) == ["office.no-reprint-request"])
      let request = try await ask(desk, .reprint(.jam), first.number)
      #expect(request.state == .approved && request.isApprovedByRule)
      let outcome = try await reprint(desk, first.number)
      let second = try #require(outcome.successor)
      #expect(second.number == first.number && second.serial != first.serial)
      #expect(outcome.void.sheets.map(\.state) == [.spoiled])
      #expect(try await desk.answer(first) == .serialNoLongerValid)
      try await issued(desk, second.id)
      let again = try await ask(desk, .reprint(.jam), first.number)
      #expect(again.state == .requested, "once by rule")
      let open = await #expect(throws: Refusal.self) {
        try await ask(desk, .reprint(.noInk), first.number)
      }
      #expect(keys(of: open) == ["request.open"])
      let early2 = await #expect(throws: Refusal.self) { try await reprint(desk, first.number) }
      #expect(keys(of: early2) == ["office.no-reprint-request"])
      try await decide(desk, again)
      let third = try #require(try await reprint(desk, first.number).successor)
      #expect(try await issued(desk, third.id).state == .issued)
      #expect(try await desk.place.outputs(first.number).map(\.state) == [.void, .void, .issued])
      try await desk.expectAccounted()
    }
  }

  /// An officer, and nobody else, decides, once.
  private func decide(_ desk: PrintingDesk, _ request: DeskRequest) async throws {
    let clerk = await #expect(throws: Refusal.self) {
      try await requests(desk).approve(request.id, by: PrintingDesk.clerk)
    }
    #expect(keys(of: clerk) == ["office.not-an-officer"])
    let silent = await #expect(throws: Refusal.self) {
      try await requests(desk).reject(request.id, remark: " ", by: OfficeWorkplace.officer)
    }
    #expect(keys(of: silent) == ["request.no-remark"])
    try await approve(desk, request)
    let twice = await #expect(throws: Refusal.self) { try await approve(desk, request) }
    #expect(keys(of: twice) == ["request.state"])
    let unknown = await #expect(throws: Refusal.self) {
      try await requests(desk).approve("R-00000099", by: OfficeWorkplace.officer)
    }
    #expect(keys(of: unknown) == ["office.unknown-request"])
  }

  @Test(arguments: [(86_000, DeskRequest.State.approved), (86_500, .requested), (-500, .requested)])
  func `S2-134: a jam is believed for a day, and never by a clock that went back`(
    _ seconds: Int, _ state: DeskRequest.State
  ) async throws {
    try await PrintingDesk.with { desk in
      let output = try await desk.released()
      try await issued(desk, output.id)
      desk.place.clock.wait(seconds)
      #expect(try await ask(desk, .reprint(.jam), output.number).state == state)
    }
  }

  @Test func `S2-135: what an officer rejected is not printed anew`() async throws {
    try await PrintingDesk.with { desk in
      let output = try await desk.released()
      try await issued(desk, output.id)
      let bare = await #expect(throws: Refusal.self) {
        try await ask(desk, .reprint(.other), output.number)
      }
      #expect(keys(of: bare) == ["request.no-reason"])
      let request = try await ask(desk, .reprint(.misfeed), output.number)
      _ = try await requests(desk).reject(
        request.id, remark: "seen at the counter", by: OfficeWorkplace.officer)
      let error = await #expect(throws: Refusal.self) { try await reprint(desk, output.number) }
      #expect(keys(of: error) == ["office.no-reprint-request"])
      #expect(try await desk.answer(output) == .valid)
    }
  }

  @Test(arguments: PrintingDesk.registers)
  func `S2-136: an officer resets what was printed, a clerk does not`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await PrintingDesk.with(register) { desk in
      let output = try await desk.released()
      let reprinting = Reprinting(desk.place.office())
      let early = await #expect(throws: Refusal.self) {
        try await reprinting.reset(output.number, by: OfficeWorkplace.officer)
      }
      #expect(keys(of: early) == ["desk.not-printed-yet"])
      try await issued(desk, output.id)
      let clerk = await #expect(throws: Refusal.self) {
        try await reprinting.reset(output.number, by: PrintingDesk.clerk)
      }
      #expect(keys(of: clerk) == ["office.not-an-officer"])
      let outcome = try await reprinting.reset(output.number, by: OfficeWorkplace.officer)
      let next = try #require(outcome.successor)
      #expect(outcome.void.output.voidReason == .replaced(by: next.id, cause: .reset))
      try await issued(desk, next.id)
      #expect(try await desk.answer(output) == .serialNoLongerValid)
      #expect(try await desk.answer(next) != .serialNoLongerValid)
      #expect(try desk.place.events(output.id) == [.release, .sealed, .issue, .void])
      try await desk.expectAccounted()
    }
  }

  // MARK: Duplicates and copies

  private func another(
    _ desk: PrintingDesk, _ kind: Output.Kind, of number: String
  ) async throws -> Output {
    try await Releasing(desk.place.office(), keys: desk.place.keys.basic).repeated(
      desk.place.releasing(number, kind: kind))
  }

  @Test(arguments: PrintingDesk.registers)
  func `S2-123, S5-23, S5-26: a lost original has duplicates with its serial, and no reprints`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await PrintingDesk.with(register, faults: "job=2 abort-in=1") { desk in
      let output = try await desk.released()
      let early = await #expect(throws: Refusal.self) {
        try await ask(desk, .duplicate, output.number)
      }
      #expect(keys(of: early) == ["request.never-printed", "request.no-reason"])
      try await issued(desk, output.id)
      let none = await #expect(throws: Refusal.self) {
        try await another(desk, .duplicate, of: output.number)
      }
      #expect(keys(of: none) == ["request.none"])
      try await approve(desk, ask(desk, .duplicate, output.number, note: "lost by the courier"))
      let first = try await another(desk, .duplicate, of: output.number)
      #expect(first.serial == output.serial && first.ordinal == 1 && first.state == .released)
      try await expectNoReprint(desk, output.number)
      // The paper of the duplicate jams: the same ordinal again, without another request.
      #expect(try await desk.print(first.id).output.state == .uncertain)
      let outcome = try await desk.spoil(first.id)
      #expect(outcome.successor == nil && outcome.void.output.voidReason == .spoiled(.jam))
      let second = try await another(desk, .duplicate, of: output.number)
      #expect(second.id != first.id && second.ordinal == 1 && second.serial == output.serial)
      try await issued(desk, second.id)
      #expect(try await desk.answer(output) == .valid)
      let more = await #expect(throws: Refusal.self) {
        try await another(desk, .duplicate, of: output.number)
      }
      #expect(keys(of: more) == ["request.none"], "each new ordinal has its own request")
      try await approve(desk, ask(desk, .duplicate, output.number, note: "lost again"))
      #expect(try await another(desk, .duplicate, of: output.number).ordinal == 2)
      try await desk.expectAccounted()
    }
  }

  private func expectNoReprint(_ desk: PrintingDesk, _ number: String) async throws {
    let asked = await #expect(throws: Refusal.self) {
      try await ask(desk, .reprint(.jam), number)
    }
    #expect(keys(of: asked) == ["request.only-duplicates"])
    let reset = await #expect(throws: Refusal.self) {
      try await Reprinting(desk.place.office()).reset(number, by: OfficeWorkplace.officer)
    }
    #expect(keys(of: reset) == ["request.only-duplicates"])
  }

  @Test func `S2-137: copies only of what is printed locally with an electronic seal`()
    async throws
  {
    try await PrintingDesk.with { desk in
      try await requests(desk).setSelfPrinting(
        true, of: OfficeSeals.enterprise, by: PrintingDesk.clerk)
      let local = try await desk.released(at: .local)
      let chamber = try await desk.released(seed: 2)
      for output in [local, chamber] { try await issued(desk, output.id) }
      let error = await #expect(throws: Refusal.self) {
        try await ask(desk, .copy, chamber.number)
      }
      #expect(keys(of: error) == ["request.no-copies"])
      for ordinal in 1...2 {
        try await approve(desk, ask(desk, .copy, local.number))
        let copy = try await another(desk, .copy, of: local.number)
        #expect(copy.ordinal == ordinal && copy.serial == local.serial)
        #expect(try await issued(desk, copy.id).state == .issued)
        #expect(try await desk.answer(copy) == .copy(ordinal))
      }
      #expect(try await desk.answer(local) == .valid)
      try await desk.expectAccounted()
    }
  }
}
