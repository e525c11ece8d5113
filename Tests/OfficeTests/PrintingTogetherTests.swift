import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk
import Store
import Support
import Testing
import VirtualPrinter

/// Two people at once, a register in another's hands, a clock that goes back.
@Suite(.serialized) struct PrintingTogetherTests {
  private static let rounds = Soak.isOn ? 50 : 2

  private func pair(_ desk: PrintingDesk) throws -> (DeskPerson, DeskPerson) {
    (
      try DeskPerson(desk, PrintingDesk.clerk, seed: 1),
      try DeskPerson(desk, OfficeWorkplace.officer, seed: 2)
    )
  }

  @Test(arguments: PrintingDesk.registers)
  func `two people who print the same output at once send each pass once`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await PrintingDesk.with(register) { desk in
      let (clerk, officer) = try pair(desk)
      var count = 0
      for round in 1...Self.rounds {
        let output = try await desk.released(seed: round)
        async let one = clerk.print(output.id)
        async let other = officer.print(output.id)
        let outcomes = try await [one, other]
        try await desk.printerIsIdle()
        let paper = try desk.paper(output.id)
        #expect(paper.count <= 1, "round \(round)")
        count += paper.count
        for case .failure(let refusal) in outcomes { #expect(!keys(of: refusal).isEmpty) }
        let run = try await desk.print(output.id)
        #expect(try desk.paper(output.id) == paper || !run.wasBurned, "round \(round)")
        if paper.isEmpty {
          try await desk.spoil(output.id, .nothingCameOut)
        } else {
          #expect(try await desk.confirm(output.id).output.state == .issued, "round \(round)")
        }
      }
      #expect(count > 0, "somebody's print went through")
      try await desk.expectAccounted()
    }
  }

  @Test(arguments: PrintingDesk.registers)
  func `of a confirmation and a jam at once one holds, the other is refused`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await PrintingDesk.with(register) { desk in
      let (clerk, officer) = try pair(desk)
      for round in 1...Self.rounds {
        let output = try await desk.released(seed: round)
        try await desk.print(output.id)
        async let good = clerk.confirm(output)
        async let bad = officer.spoil(output)
        let outcomes = try await [good, bad]
        let states = outcomes.compactMap { try? $0.get().output.state }
        #expect(states.count == 1, "round \(round)")
        let state = try await desk.place.output(output.id).state
        #expect(states == [state], "round \(round)")
        for case .failure(let refusal) in outcomes {
          let expected = state == .issued ? "desk.decided-already" : "desk.already-void"
          #expect(keys(of: refusal) == [expected], "round \(round)")
        }
        let live = try await desk.place.outputs(output.number).filter(\.state.isLive)
        #expect(live.count == 1, "round \(round)")
        let events = try desk.place.events(output.id)
        #expect(events.contains(.issue) == (state == .issued), "round \(round)")
        #expect(events.contains(.void) == (state == .void), "round \(round)")
      }
      try await desk.expectAccounted()
    }
  }

  /// At the burning, and when the printer has the job.
  @Test(.timeLimit(.minutes(2)), arguments: [(2, false), (4, true)])
  func `a register held by another program is told, and nothing is sent again`(
    _ write: Int, _ isSent: Bool
  ) async throws {
    try await PrintingDesk.with(.sqlite) { desk in
      let output = try await desk.released()
      let path = desk.place.scratch.path("register.sqlite")
      let held = try RegisterHolder(desk.place.store, path: path, at: write)
      let error = await #expect(throws: StoreError.self) {
        try await desk.print(output.id, in: desk.place.office(store: held))
      }
      #expect(error?.code == .busy)
      try await held.letGo()
      try await desk.printerIsIdle()
      #expect(try desk.paper(output.id).count == (isSent ? 1 : 0))
      #expect(try await desk.run(output.id).wasBurned == isSent)
      if isSent { try await desk.expectUncertain(output.id) }
      try await desk.print(output.id)
      #expect(try desk.paper(output.id).map(\.condition) == [.good])
      #expect(try await desk.confirm(output.id).output.state == .issued)
      try await desk.expectAccounted()
    }
  }

  @Test(arguments: PrintingDesk.registers)
  func `a clock that goes back doubles no number and holds nobody up`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await PrintingDesk.with(register, faults: "job=2 abort-in=1") { desk in
      // Not before the keys' certificates are valid.
      desk.place.clock.wait(150_000)
      let first = try await desk.released()
      desk.place.clock.wait(-40_000)
      try await desk.print(first.id)
      desk.place.clock.wait(-40_000)
      #expect(try await desk.confirm(first.id).output.state == .issued)
      let second = try await desk.released(seed: 2)
      try await desk.print(second.id)
      desk.place.clock.wait(-40_000)
      let next = try #require(try await desk.spoil(second.id).successor)
      try await desk.finish(next.id)
      try await desk.print(next.id)
      #expect(try await desk.confirm(next.id).output.state == .issued)
      let outputs = try await desk.place.store.read { try $0.outputs.all() }
      #expect(Set(outputs.map(\.serial)).count == 3 && Set(outputs.map(\.id)).count == 3)
      #expect(try await desk.answer(first) == .valid)
      #expect(try await desk.answer(second) == .serialNoLongerValid)
      try await desk.expectAccounted()
    }
  }
}
