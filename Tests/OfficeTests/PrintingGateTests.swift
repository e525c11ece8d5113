import Certificates
import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk
import Support
import Testing
import VirtualPrinter

/// Who may print what where, and what holds it (S2-125 to S2-129, S2-131, S2-138, B.3).
@Suite(.serialized) struct PrintingGateTests {
  private func requests(_ desk: PrintingDesk) -> DeskRequests { DeskRequests(desk.place.office()) }

  private func setSelfPrinting(_ isOpen: Bool, _ desk: PrintingDesk) async throws {
    try await requests(desk).setSelfPrinting(
      isOpen, of: OfficeSeals.enterprise, by: PrintingDesk.clerk)
  }

  /// Expects that a print is refused with these messages, and that nothing was begun.
  private func expectRefused(
    _ desk: PrintingDesk, _ output: Output, _ expected: [String],
    location: SourceLocation = #_sourceLocation
  ) async throws {
    let before = await desk.faulty.server.machine.report().jobs.count
    let error = await #expect(throws: Refusal.self, sourceLocation: location) {
      try await desk.print(output.id)
    }
    #expect(keys(of: error) == expected, sourceLocation: location)
    #expect(try await desk.run(output.id).wasBurned == false, sourceLocation: location)
    let after = await desk.faulty.server.machine.report().jobs.count
    #expect(after == before, sourceLocation: location)
  }

  @Test(arguments: PrintingDesk.registers)
  func `S2-126: an enterprise prints for itself once it has opened that`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await PrintingDesk.with(register, at: .local) { desk in
      let output = try await desk.released(at: .local)
      try await expectRefused(desk, output, ["request.no-self-printing"])
      try await setSelfPrinting(true, desk)
      try await setSelfPrinting(false, desk)
      try await expectRefused(desk, output, ["request.no-self-printing"])
      try await setSelfPrinting(true, desk)
      try await desk.print(output.id)
      #expect(try await desk.confirm(output.id).output.state == .issued)
    }
  }

  @Test func `S2-127: only printers of the approved list print for an enterprise`() async throws {
    try await PrintingDesk.with(profile: "generic-laser", at: .local) { desk in
      try await setSelfPrinting(true, desk)
      let output = try await desk.released(at: .local)
      try await expectRefused(desk, output, ["office.not-for-self-print"])
      // The same printer at the chamber's counter is no self-printing.
      try await desk.keepPrinter(at: .chamber)
      try await desk.print(output.id)
      #expect(try await desk.confirm(output.id).output.state == .issued)
    }
  }

  @Test(arguments: PrintingDesk.registers)
  func `S2-125, S2-129: the officer's print place holds until an officer changes it`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await PrintingDesk.with(register, at: .local) { desk in
      let output = try await desk.released()
      try await setSelfPrinting(true, desk)
      try await expectRefused(desk, output, ["request.at-chamber"])
      let same = await #expect(throws: Refusal.self) { try await ask(desk, .chamber, output) }
      #expect(keys(of: same) == ["request.same-place"])
      let request = try await ask(desk, .local, output)
      #expect(request.state == .requested)
      try await expectRefused(desk, output, ["request.at-chamber"])
      let done = try await requests(desk).approve(request.id, by: OfficeWorkplace.officer)
      #expect(done.state == .fulfilled)
      try await desk.print(output.id)
      try await desk.confirm(output.id)
      let late = await #expect(throws: Refusal.self) { try await ask(desk, .chamber, output) }
      #expect(keys(of: late) == ["request.printed-already"])
    }
  }

  private func ask(
    _ desk: PrintingDesk, _ place: Approval.PrintPlace, _ output: Output
  ) async throws -> DeskRequest {
    try await requests(desk).ask(
      .printPlace(place), of: output.number, note: "", by: PrintingDesk.clerk)
  }

  @Test func `S2-128, S2-129: what customs want sealed by hand never moves from the chamber`()
    async throws
  {
    try await PrintingDesk.with(at: .local) { desk in
      try await setSelfPrinting(true, desk)
      let output = try await desk.released("RCEP", to: "PH")
      let error = await #expect(throws: Refusal.self) { try await desk.print(output.id) }
      let texts = error?.diagnostics.map { $0.message.text(in: .chinese) } ?? []
      #expect(texts.contains("该证书需到贸促会手工盖章签字"), "\(texts)")
      #expect(try desk.faulty.sheets().isEmpty)
      let moved = await #expect(throws: Refusal.self) { try await ask(desk, .local, output) }
      #expect(keys(of: moved) == ["request.sealed-by-hand"])
      try await desk.keepPrinter(at: .chamber)
      try await desk.print(output.id)
      #expect(try await desk.confirm(output.id).output.state == .issued)
    }
  }

  @Test func `S2-131: the special form takes numbered sheets and a dot-matrix printer`()
    async throws
  {
    try await PrintingDesk.with { desk in
      let output = try await desk.released("L", to: "CR")
      try await expectRefused(desk, output, ["office.needs-stock", "office.needs-pins"])
    }
  }

  @Test(arguments: PrintingDesk.registers)
  func `S2-138, B.3: a hold stops printing until it is lifted`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await PrintingDesk.with(register) { desk in
      let output = try await desk.released()
      let holds = requests(desk)
      for reason in Hold.Reason.allCases {
        try await holds.hold(output.number, reason, by: PrintingDesk.clerk)
        try await holds.hold(output.number, reason, by: PrintingDesk.clerk)
        try await expectRefused(desk, output, ["desk.held-\(reason.rawValue)"])
        try await holds.resume(output.number, reason, by: PrintingDesk.clerk)
        let twice = await #expect(throws: Refusal.self) {
          try await holds.resume(output.number, reason, by: PrintingDesk.clerk)
        }
        #expect(keys(of: twice) == ["office.not-held"])
      }
      let unknown = await #expect(throws: Refusal.self) {
        try await holds.hold("26C1100B0001/99999", .collector, by: PrintingDesk.clerk)
      }
      #expect(keys(of: unknown) == ["office.unknown-number"])
      try await desk.print(output.id)
      #expect(try await desk.confirm(output.id).output.state == .issued)
    }
  }

  @Test func `B.3, S2-138: an open amendment and another channel also stop what is asked for`()
    async throws
  {
    try await PrintingDesk.with { desk in
      let output = try await desk.released()
      try await desk.print(output.id)
      try await desk.confirm(output.id)
      for (reason, key) in [
        (Hold.Reason.amendment, "request.amendment-open"), (.channel, "request.other-channel"),
      ] {
        try await requests(desk).hold(output.number, reason, by: PrintingDesk.clerk)
        let asked = await #expect(throws: Refusal.self) {
          try await requests(desk).ask(
            .reprint(.jam), of: output.number, note: "", by: PrintingDesk.clerk)
        }
        #expect(keys(of: asked) == [key])
        let reset = await #expect(throws: Refusal.self) {
          try await Reprinting(desk.place.office()).reset(
            output.number, by: OfficeWorkplace.officer)
        }
        #expect(keys(of: reset) == ["desk.held-\(reason.rawValue)"])
        #expect(try await desk.answer(output) == .valid, "what is outside stays valid")
        try await requests(desk).resume(output.number, reason, by: PrintingDesk.clerk)
      }
    }
  }

  @Test(arguments: PrintingDesk.registers)
  func `a lost sheet takes a second enrolled person`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await PrintingDesk.with(register, faults: "job=1 drop=end") { desk in
      let output = try await desk.released()
      try await desk.print(output.id)
      let stranger = Identification(id: "nobody", pin: "4713")
      for (witness, key) in [
        (nil, "office.needs-witness"), (PrintingDesk.clerk, "desk.same-person"),
        (stranger, "office.not-identified"),
      ] as [(Identification?, String)] {
        let error = await #expect(throws: Refusal.self) {
          try await desk.decisions.failed(
            1, of: output.id, .lost, by: PrintingDesk.clerk, witness: witness)
        }
        #expect(keys(of: error) == [key])
      }
      #expect(try await desk.run(output.id).output.state == .uncertain)
      let outcome = try await desk.decisions.failed(
        1, of: output.id, .lost, by: PrintingDesk.clerk, witness: OfficeWorkplace.officer)
      #expect(outcome.void.sheets.map(\.state) == [.lost])
      #expect(outcome.void.sheets.map(\.witness) == ["li"])
      #expect(try await desk.answer(output) == .serialNoLongerValid)
      try await desk.expectAccounted()
    }
  }
}
