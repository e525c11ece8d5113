import Certificates
import Credentials
import Foundation
import Office
import PrintDesk
import Support
import Testing
import VirtualPrinter

/// A desk that stops at any of its writes: no pass twice, no sheet forgotten (design §5).
@Suite(.serialized) struct PrintingCrashTests {
  /// Before and after each write, each over one of the registers; in the soak run over both.
  static let sweeps: [(OfficeWorkplace.Register, Stopper.Side)] =
    Soak.isOn
    ? OfficeWorkplace.Register.allCases.flatMap { register in
      Stopper.Side.allCases.map { (register, $0) }
    } : [(.sqlite, .before), (.memory, .after)]

  /// An office that stops at a write.
  private func office(_ desk: PrintingDesk, _ stopper: Stopper) -> OfficeContext {
    desk.place.office(
      store: stopper.register(desk.place.store), log: stopper.log(desk.place.log))
  }

  @Test(arguments: sweeps)
  func `a print that stopped at any write leaves each pass at most once, and a person settles it`(
    _ register: OfficeWorkplace.Register, _ side: Stopper.Side
  ) async throws {
    try await StockDesk.with(register, to: "CN0001099") { desk in
      var write = 0
      var isThrough = false
      var burned = 0
      while !isThrough {
        write += 1
        let output = try await desk.released(seed: write)
        let stopper = Stopper(at: write, side)
        do {
          try await desk.print(
            output.id, tray: StockDesk.tray, in: office(desk, stopper))
          isThrough = !stopper.hasStopped
        } catch {}
        try await desk.printerIsIdle()
        if try await desk.run(output.id).wasBurned { burned += 1 }
        try await stopRecovery(desk, output, side, "write \(write)")
        try await expectOnce(desk, output, "write \(write)")
        try await settle(desk, output, "write \(write)")
      }
      // Plan, burning, sending, sent and the report.
      #expect(write == 6, "\(write)")
      #expect(burned >= 4)
      try await desk.expectAccounted()
    }
  }

  /// The next program may stop too, when it makes uncertain what the first one left.
  private func stopRecovery(
    _ desk: PrintingDesk, _ output: Output, _ side: Stopper.Side, _ step: Comment
  ) async throws {
    let run = try await desk.run(output.id)
    guard run.passes.contains(where: { $0.state.isUnderWay && !$0.isReported }) else { return }
    let stopper = Stopper(at: 1, side)
    await #expect(throws: Stopper.Stop.self, step) {
      try await desk.print(output.id, tray: StockDesk.tray, in: office(desk, stopper))
    }
  }

  /// The next program sends what was not burned, and nothing else.
  private func expectOnce(
    _ desk: PrintingDesk, _ output: Output, _ step: Comment
  ) async throws {
    let before = try await desk.run(output.id)
    let paper = try desk.paper(output.id)
    #expect(paper.count <= 1 && (paper.isEmpty || before.wasBurned), step)
    let after = try await desk.print(output.id, tray: StockDesk.tray)
    if before.wasBurned {
      #expect(try desk.paper(output.id) == paper, step)
      let isClean = before.passes.allSatisfy { $0.state == .clean }
      #expect(after.output.state == (isClean ? .printing : .uncertain), step)
    } else {
      #expect(try desk.paper(output.id).map(\.condition) == [.good], step)
    }
    #expect(try await desk.answer(output) == .notYetIssued, step)
  }

  /// Says what lies there, and has a missing sheet replaced.
  private func settle(
    _ desk: PrintingDesk, _ output: Output, _ step: Comment
  ) async throws {
    let number = try #require(try await desk.run(output.id).sheets.first?.stock?.text)
    if let sheet = try desk.paper(output.id).first {
      #expect(sheet.stock == number, step)
      #expect(try await desk.confirm(output.id, typed: number).output.state == .issued, step)
      return
    }
    let next = try #require(try await desk.spoil(output.id, .nothingCameOut).successor)
    let released = try await desk.finish(next.id)
    let top = try #require(try await desk.topNumber())
    // The sheet that may still be marked is taken out of the tray.
    try await desk.faulty.server.machine.command("load tray=tray-2 stock=\(top)")
    try await desk.print(next.id, tray: StockDesk.tray, top: top)
    #expect(try desk.paper(next.id).map(\.stock) == [top], step)
    #expect(try await desk.confirm(next.id, typed: top).output.state == .issued, step)
    #expect(try await desk.answer(output) == .serialNoLongerValid, step)
    #expect(try await desk.answer(released) == .valid, step)
  }

  @Test(arguments: sweeps)
  func `a confirmation that stopped at any write is made and logged once`(
    _ register: OfficeWorkplace.Register, _ side: Stopper.Side
  ) async throws {
    try await PrintingDesk.with(register) { desk in
      var write = 0
      var isThrough = false
      while !isThrough {
        write += 1
        let output = try await desk.released(seed: write)
        try await desk.print(output.id)
        let stopper = Stopper(at: write, side)
        let decisions = SheetDecisions(office(desk, stopper))
        let look = Look.typed(String(output.serial.suffix(4)))
        do {
          _ = try await decisions.good(1, of: output.id, look, by: PrintingDesk.clerk)
          isThrough = !stopper.hasStopped
        } catch {}
        #expect(try await desk.confirm(output.id).output.state == .issued, "write \(write)")
        #expect(
          try desk.place.events(output.id) == [.release, .sealed, .issue], "write \(write)")
        #expect(try await desk.answer(output) == .valid, "write \(write)")
        #expect(try desk.paper(output.id).count == 1, "write \(write)")
      }
      #expect(write >= 3, "register and log are written")
      try await desk.expectAccounted()
    }
  }

  /// What voids an original and makes its successor.
  enum Replacing: CaseIterable {
    case jam, reset
  }

  /// What voids an original, and at which side of a write it stops.
  static let replacements: [(Replacing, Stopper.Side)] =
    Soak.isOn
    ? Replacing.allCases.flatMap { way in Stopper.Side.allCases.map { (way, $0) } }
    : [(.jam, .before), (.jam, .after), (.reset, .after)]

  @Test(arguments: replacements)
  func `S2-118: a replacement that stopped at any write is made once, never by halves`(
    _ way: Replacing, _ side: Stopper.Side
  ) async throws {
    try await PrintingDesk.with(way == .jam ? .sqlite : .memory) { desk in
      var write = 0
      var isThrough = false
      while !isThrough {
        write += 1
        let output = try await desk.released(seed: write)
        try await desk.print(output.id)
        let stopper = Stopper(at: write, side)
        do {
          try await replace(output, way, office(desk, stopper))
          isThrough = !stopper.hasStopped
        } catch {}
        let live = try await desk.place.outputs(output.number).filter(\.state.isLive)
        #expect(live.count == 1, "write \(write)")
        if live.first?.id == output.id {
          try await replace(output, way, desk.place.office())
        }
        try await expectReplaced(desk, output, "write \(write)")
      }
      #expect(write >= 3, "register and log are written")
      try await desk.expectAccounted()
    }
  }

  private func replace(
    _ output: Output, _ way: Replacing, _ office: OfficeContext
  ) async throws {
    switch way {
    case .jam:
      _ = try await SheetDecisions(office).failed(1, of: output.id, .jam, by: PrintingDesk.clerk)
    case .reset:
      _ = try await Reprinting(office).reset(output.number, by: OfficeWorkplace.officer)
    }
  }

  private func expectReplaced(
    _ desk: PrintingDesk, _ output: Output, _ step: Comment
  ) async throws {
    let outputs = try await desk.place.outputs(output.number)
    #expect(outputs.count == 2 && outputs.map(\.state.isLive) == [false, true], step)
    let next = try #require(outputs.last)
    let released = try await desk.finish(next.id)
    try await desk.print(next.id)
    try await desk.confirm(next.id)
    #expect(try await desk.answer(output) == .serialNoLongerValid, step)
    #expect(try await desk.answer(released) == .valid, step)
    #expect(try desk.place.events(output.id).last == .void, step)
    #expect(try desk.place.events(next.id) == [.revision, .release, .sealed, .issue], step)
  }

  @Test(arguments: Stopper.Side.allCases)
  func `S2-124: a withdrawal that stopped at any write can be made again`(
    _ side: Stopper.Side
  ) async throws {
    try await PrintingDesk.with { desk in
      var write = 0
      var isThrough = false
      while !isThrough {
        write += 1
        let output = try await desk.released(seed: write)
        let stopper = Stopper(at: write, side)
        let officer = OfficeWorkplace.officer
        do {
          _ = try await Withdrawing(office(desk, stopper)).withdraw(output.id, by: officer)
          isThrough = !stopper.hasStopped
        } catch {}
        if try await desk.place.output(output.id).state.isLive {
          _ = try await Withdrawing(desk.place.office()).withdraw(output.id, by: officer)
        }
        #expect(try await desk.answer(output) == .void, "write \(write)")
        #expect(try desk.place.events(output.id).last == .void, "write \(write)")
      }
      try await desk.expectAccounted()
    }
  }
}
