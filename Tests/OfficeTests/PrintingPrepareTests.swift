import Certificates
import Credentials
import Diagnostics
import Foundation
import Office
import PrintDesk
import Printers
import Support
import Testing
import VirtualPrinter

/// What fails before a pass is burned leaves serial, sheet and stock number usable (design §5).
@Suite(.serialized) struct PrintingPrepareTests {
  /// Expects that the output waits as before, its number lies in the tray, and nothing reached the printer.
  private func expectUsable(
    _ desk: PrintingDesk, _ output: Output, location: SourceLocation = #_sourceLocation
  ) async throws {
    let run = try await desk.run(output.id)
    #expect(run.output.state == .released && !run.wasBurned, sourceLocation: location)
    #expect(run.passes.map(\.state) == [.failed, .planned], sourceLocation: location)
    #expect(try await desk.stock("CN0001001").state == .loaded, sourceLocation: location)
    #expect(try desk.faulty.sheets().isEmpty, sourceLocation: location)
    try await desk.expectAccounted(location: location)
  }

  /// Prints and looks at an output whose number is the top one.
  private func expectPrinted(
    _ desk: PrintingDesk, _ output: Output, on number: String,
    location: SourceLocation = #_sourceLocation
  ) async throws {
    try await desk.print(output.id, tray: StockDesk.tray, top: number)
    #expect(try desk.paper(output.id).map(\.stock) == [number], sourceLocation: location)
    let run = try await desk.confirm(output.id, typed: number)
    #expect(run.output.state == .issued, sourceLocation: location)
    #expect(try await desk.stock(number).state == .used, sourceLocation: location)
  }

  @Test(arguments: OfficeWorkplace.Register.allCases)
  func `a printer that is off: the number is free for whoever prints next`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await StockDesk.with(register) { desk in
      let (first, second) = (try await desk.released(), try await desk.released(seed: 2))
      try await desk.keepPrinter(address: "ipp://127.0.0.1:9/ipp/print")
      let error = await #expect(throws: PrinterError.self) {
        try await desk.print(first.id, tray: StockDesk.tray, top: "CN0001001")
      }
      #expect(error?.code == .unreachable)
      try await expectUsable(desk, first)
      try await desk.keepPrinter()
      // Another output comes first: the sheet on top is its sheet.
      try await expectPrinted(desk, second, on: "CN0001001")
      try await expectPrinted(desk, first, on: "CN0001002")
      try await desk.expectAccounted()
    }
  }

  @Test func `other paper in the tray is refused`() async throws {
    let letter = "tray-2 media=na_letter_8.5x11in stock=CN0001001"
    try await StockDesk.with(trays: ["tray-1", letter]) { desk in
      let output = try await desk.released()
      let error = await #expect(throws: Refusal.self) {
        try await desk.print(output.id, tray: StockDesk.tray)
      }
      #expect(error?.diagnostics.map(\.place) == [.field("media-source")])
      try await expectUsable(desk, output)
    }
  }

  @Test func `S2-130: a printer that cannot turn sheets is refused a duplex pass`() async throws {
    try await StockDesk.with(change: { $0.isDuplex = false }) { desk in
      let output = try await desk.released("RCEP", to: "JP")
      let error = await #expect(throws: Refusal.self) {
        try await desk.print(output.id, tray: StockDesk.tray)
      }
      #expect(error?.diagnostics.map(\.place) == [.field("sides")])
      try await expectUsable(desk, output)
    }
  }

  @Test func `what was planned for numbered sheets is not printed on blank ones`() async throws {
    try await StockDesk.with { desk in
      let output = try await desk.released()
      try await desk.keepPrinter(address: "ipp://127.0.0.1:9/ipp/print")
      await #expect(throws: PrinterError.self) {
        try await desk.print(output.id, tray: StockDesk.tray)
      }
      try await desk.keepPrinter()
      try await desk.keepPrinter("counter-2", profile: "colour-duplex-laser")
      for (printer, tray) in [("counter-2", nil), (PrintingDesk.printer, "tray-1")] {
        let error = await #expect(throws: Refusal.self) {
          try await desk.print(output.id, to: printer, tray: tray)
        }
        #expect(keys(of: error) == ["office.planned-otherwise"])
      }
      try await expectUsable(desk, output)
      try await expectPrinted(desk, output, on: "CN0001001")
    }
  }

  @Test func `an unknown printer or tray is refused with what there is`() async throws {
    try await StockDesk.with { desk in
      let output = try await desk.released()
      for (printer, tray, key) in [
        ("counter-9", nil, "office.unknown-printer"),
        (PrintingDesk.printer, "tray-9", "office.unknown-tray"),
      ] {
        let error = await #expect(throws: Refusal.self) {
          try await desk.print(output.id, to: printer, tray: tray)
        }
        #expect(keys(of: error) == [key])
        #expect(error?.diagnostics.allSatisfy { $0.hint != nil } == true)
      }
      #expect(try await desk.run(output.id).passes == [])
    }
  }

  @Test func `a part of what was released, made again otherwise, is not printed`()
    async throws
  {
    try await PrintingDesk.with { desk in
      let other = try await desk.released(items: 40)
      let changed = TestWorkshop()
      let text = String(
        decoding: try Repository.bytes("printers/colour-duplex-laser.yaml"), as: UTF8.self)
      let coarse = text.replacing("resolutions: [600, 1200, 300]", with: "resolutions: [1197]")
      changed.otherDevice = try TestWorkshop.device(
        "colour-duplex-laser", file: Data(coarse.utf8))
      let office = desk.place.office(workshop: changed)
      let error = await #expect(throws: OfficeError.self) {
        try await desk.print(other.id, in: office)
      }
      #expect(error?.code == .keptFile)
      #expect(try desk.paper(other.id).isEmpty)
      #expect(try await desk.run(other.id).wasBurned == false)
    }
  }
}
