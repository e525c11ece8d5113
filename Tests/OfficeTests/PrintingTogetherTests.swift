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
  private static let rounds = PrintingDesk.isSoaking ? 50 : 2

  private func pair(_ desk: PrintingDesk) throws -> (DeskPerson, DeskPerson) {
    (
      try DeskPerson(desk, PrintingDesk.clerk, seed: 1),
      try DeskPerson(desk, OfficeWorkplace.officer, seed: 2)
    )
  }

  @Test(arguments: OfficeWorkplace.Register.allCases)
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

  @Test(arguments: OfficeWorkplace.Register.allCases)
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

  @Test func `a register held by another program is told, and the sheet is not sent again`()
    async throws
  {
    try await PrintingDesk.with(.sqlite) { desk in
      let output = try await desk.released()
      let path = desk.place.scratch.path("register.sqlite")
      let holder = try RegisterHolder(path)
      let early = await #expect(throws: StoreError.self) { try await desk.print(output.id) }
      #expect(early?.code == .busy)
      holder.letGo()
      #expect(try await desk.run(output.id).passes == [])
      #expect(try desk.faulty.sheets().isEmpty)
      let later = LateHolder(path)
      let late = await #expect(throws: StoreError.self) {
        try await desk.print(output.id) { event in
          if case .sent = event { later.hold() }
        }
      }
      #expect(late?.code == .busy)
      later.letGo()
      try await desk.printerIsIdle()
      #expect(try desk.paper(output.id).map(\.condition) == [.good])
      try await desk.expectUncertain(output.id)
      #expect(try await desk.confirm(output.id).output.state == .issued)
      try await desk.expectAccounted()
    }
  }

  @Test(arguments: OfficeWorkplace.Register.allCases)
  func `a clock that goes back doubles no number and holds nobody up`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await PrintingDesk.with(register, faults: "job=2 abort-in=1") { desk in
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
