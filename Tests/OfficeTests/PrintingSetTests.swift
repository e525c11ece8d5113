import Certificates
import Credentials
import Devices
import Diagnostics
import Foundation
import Office
import PrintDesk
import Support
import Testing
import VirtualPrinter

/// Outputs of several sheets, and sheets of two passes (S2-130).
@Suite(.serialized) struct PrintingSetTests {
  @Test(arguments: PrintingDesk.registers)
  func `continuation sheets come out in order, and all are looked at`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await StockDesk.with(register) { desk in
      let output = try await desk.released(items: 16)
      let run = try await desk.print(output.id, tray: StockDesk.tray, top: "CN0001001")
      let count = run.sheets.count
      #expect(count > 1, "\(count)")
      let numbers = (1...count).map { "CN000100\($0)" }
      #expect(run.sheets.map(\.stock?.text) == numbers)
      let paper = try desk.paper(output.id)
      #expect(paper.map(\.stock) == numbers)
      #expect(
        paper.map { String($0.name.split(separator: "/")[1]) } == (1...count).map(String.init))
      #expect(Set(paper.map(\.sha256)).count == count, "each is another page")
      let vague = await #expect(throws: Refusal.self) { try await desk.confirm(output.id) }
      #expect(keys(of: vague) == ["office.several-sheets"])
      for sheet in 1...count {
        #expect(try await desk.answer(output) == .notYetIssued)
        try await desk.confirm(output.id, sheet: sheet, typed: numbers[sheet - 1])
      }
      #expect(try await desk.answer(output) == .valid)
      #expect(try desk.place.events(output.id) == [.release, .sealed, .issue])
      try await desk.expectAccounted()
    }
  }

  @Test(arguments: PrintingDesk.registers)
  func `S2-134: one spoiled sheet voids the set, also the good ones of it`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await StockDesk.with(
      register, faults: "job=2 abort-in=1", to: "CN0001030"
    ) { desk in
      let output = try await desk.released(items: 16)
      let run = try await desk.print(output.id, tray: StockDesk.tray)
      #expect(run.sheets.count > 2, "\(run.sheets.count)")
      #expect(run.passes.map(\.state).prefix(3) == [.clean, .uncertain, .planned])
      try await desk.confirm(output.id, sheet: 1)
      try await desk.expectUncertain(output.id, tray: StockDesk.tray)
      let outcome = try await desk.spoil(output.id)
      let states = outcome.void.sheets.map(\.state)
      #expect(states.prefix(3) == [.spoiled, .spoiled, .unused])
      #expect(outcome.void.sheets.map(\.cause).prefix(2) == [.incompleteSet, .jam])
      #expect(try await desk.stock("CN0001001").state == .spoiled)
      #expect(try await desk.stock("CN0001003").state == .loaded, "never burned, so it is free")
      #expect(try await desk.answer(output) == .serialNoLongerValid)
      let next = try #require(outcome.successor)
      try await desk.finish(next.id)
      let again = try await desk.print(next.id, tray: StockDesk.tray, top: "CN0001003")
      for sheet in again.sheets { try await desk.confirm(next.id, sheet: sheet.position) }
      #expect(try await desk.run(next.id).output.state == .issued)
      try await desk.expectAccounted()
    }
  }

  /// A printer that turns no sheets by itself, and how people do it for it.
  private static func manual() throws -> DeviceProfile {
    let text = String(
      decoding: try Repository.bytes("printers/mono-laser.yaml"), as: UTF8.self)
    let turning = "duplex: manual\nturning: {pile: as-is, order: reversed, rotation: half}"
    return try TestWorkshop.device(
      "mono-laser", file: Data(text.replacing("duplex: manual", with: turning).utf8))
  }

  private func withHands(
    _ register: OfficeWorkplace.Register = .memory, faults: String..., knowsTurning: Bool = true,
    _ body: (PrintingDesk) async throws -> Void
  ) async throws {
    try await PrintingDesk.with(
      register, profile: "mono-laser", change: { $0.isDuplex = false }
    ) { desk in
      for fault in faults { try await desk.faulty.server.machine.command("fault \(fault)") }
      if knowsTurning { desk.place.workshop.otherDevice = try Self.manual() }
      try await body(desk)
    }
  }

  @Test(arguments: PrintingDesk.registers)
  func `S2-130: the back page waits until the sheet was turned by hand`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await withHands(register) { desk in
      let output = try await desk.released("RCEP", to: "JP")
      let early = await #expect(throws: Refusal.self) { try await turned(desk, output) }
      #expect(!keys(of: early).isEmpty)
      let front = try await desk.print(output.id)
      #expect(front.passes.map(\.sides) == [.front, .back])
      #expect(front.passes.map(\.state) == [.clean, .planned])
      try await desk.print(output.id)
      #expect(try desk.paper(output.id).count == 1, "nobody turned it")
      let half = await #expect(throws: Refusal.self) { try await desk.confirm(output.id, sheet: 1) }
      #expect(keys(of: half) == ["desk.not-printed-yet"])
      try await turned(desk, output)
      let back = try await desk.print(output.id)
      #expect(back.passes.map(\.state) == [.clean, .clean])
      #expect(back.sheets.map(\.state) == [.printed])
      let paper = try desk.paper(output.id)
      #expect(paper.count == 2 && paper[0].sha256 != paper[1].sha256)
      let twice = await #expect(throws: Refusal.self) { try await turned(desk, output) }
      #expect(keys(of: twice) == ["desk.not-to-turn"])
      try await desk.confirm(output.id)
      #expect(try await desk.answer(output) == .valid)
      try await desk.expectAccounted()
    }
  }

  @discardableResult
  private func turned(_ desk: PrintingDesk, _ output: Output) async throws -> PrintRun {
    try await desk.decisions.turned(nil, of: output.id, by: PrintingDesk.clerk)
  }

  @Test func `a jam of the back page spoils the sheet and voids the original`() async throws {
    try await withHands(faults: "job=2 abort-in=1") { desk in
      let output = try await desk.released("RCEP", to: "JP")
      try await desk.print(output.id)
      try await turned(desk, output)
      #expect(try await desk.print(output.id).output.state == .uncertain)
      try await desk.expectUncertain(output.id)
      let next = try #require(try await desk.spoil(output.id).successor)
      try await desk.finish(next.id)
      try await desk.print(next.id)
      try await turned(desk, next)
      try await desk.print(next.id)
      #expect(try await desk.confirm(next.id).output.state == .issued)
      #expect(try await desk.answer(output) == .serialNoLongerValid)
      try await desk.expectAccounted()
    }
  }

  @Test func `a doubtful front that is seen to be good is turned, and its back follows`()
    async throws
  {
    try await withHands(faults: "job=1 says=0") { desk in
      let output = try await desk.released("RCEP", to: "JP")
      #expect(try await desk.print(output.id).output.state == .uncertain)
      try await turned(desk, output)
      let run = try await desk.print(output.id)
      #expect(run.passes.map(\.state) == [.uncertain, .clean])
      #expect(try await desk.confirm(output.id).output.state == .issued)
      try await desk.expectAccounted()
    }
  }

  @Test func `back pages need to know how sheets are turned`() async throws {
    try await withHands(knowsTurning: false) { desk in
      let output = try await desk.released("RCEP", to: "JP")
      let error = await #expect(throws: Refusal.self) { try await desk.print(output.id) }
      #expect(keys(of: error) == ["office.no-turning"])
      #expect(try desk.faulty.sheets().isEmpty)
      // A form without a back page needs no hands.
      let single = try await desk.released(seed: 2)
      try await desk.print(single.id)
      #expect(try await desk.confirm(single.id).output.state == .issued)
    }
  }
}
