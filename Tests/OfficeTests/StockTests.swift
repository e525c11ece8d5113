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

/// Numbered sheets from the drawer to their end: what the register has of each is what is on paper.
@Suite(.serialized) struct StockTests {
  @Test(arguments: OfficeWorkplace.Register.allCases)
  func `each sheet is bound to the number that lies on top, and used by the look at it`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await StockDesk.with(register) { desk in
      for (seed, number) in ["CN0001001", "CN0001002"].enumerated() {
        let output = try await desk.released(seed: seed)
        let run = try await desk.print(output.id, tray: StockDesk.tray, top: number)
        #expect(run.sheets.map(\.stock?.text) == [number])
        #expect(try desk.paper(output.id).map(\.stock) == [number])
        #expect(try await desk.stock(number).state == .bound)
        let wrong = await #expect(throws: Refusal.self) {
          try await desk.confirm(output.id, typed: "CN0001003")
        }
        #expect(keys(of: wrong) == ["desk.typed-other"])
        // One types the number of the paper or the end of the serial.
        #expect(try await desk.confirm(output.id, typed: number).output.state == .issued)
        #expect(try await desk.stock(number).state == .used)
      }
      try await desk.expectAccounted()
    }
  }

  @Test(arguments: OfficeWorkplace.Register.allCases)
  func `S2-118: a jam spoils the number, the successor takes the next`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await StockDesk.with(register, faults: "job=1 abort-in=1") { desk in
      let output = try await desk.released()
      try await desk.print(output.id, tray: StockDesk.tray)
      let next = try #require(try await desk.spoil(output.id).successor)
      #expect(try await desk.stock("CN0001001").state == .spoiled)
      try await desk.finish(next.id)
      try await desk.print(next.id, tray: StockDesk.tray, top: "CN0001002")
      try await desk.confirm(next.id)
      #expect(try await desk.stock("CN0001002").state == .used)
      let sheets = try desk.faulty.sheets()
      #expect(sheets.map(\.stock) == ["CN0001001", "CN0001002"])
      try await destroyed(desk, "CN0001001")
      try await desk.expectAccounted()
    }
  }

  private func destroyed(_ desk: PrintingDesk, _ number: String) async throws {
    let range = try StockDesk.range(number, number)
    let keeping = StockKeeping(desk.place.office())
    let alone = await #expect(throws: Refusal.self) {
      try await keeping.destroy(range, by: PrintingDesk.clerk, witness: PrintingDesk.clerk)
    }
    #expect(keys(of: alone) == ["desk.same-person"])
    try await keeping.destroy(range, by: PrintingDesk.clerk, witness: OfficeWorkplace.officer)
    #expect(try await desk.stock(number).state == .destroyed)
  }

  @Test func `another number on top than the register has is refused, and nothing is burned`()
    async throws
  {
    try await StockDesk.with { desk in
      let output = try await desk.released()
      for top in ["CN0001002", "0001001", ""] {
        let error = await #expect(throws: Refusal.self) {
          try await desk.print(output.id, tray: StockDesk.tray, top: top)
        }
        #expect(keys(of: error) == ["stock.other-on-top"], "'\(top)'")
      }
      try await expectUntouched(desk, output)
      #expect(try await desk.stock("CN0001001").state == .loaded)
      try await desk.print(output.id, tray: StockDesk.tray, top: "CN0001001")
      try await desk.confirm(output.id)
      try await desk.expectAccounted()
    }
  }

  @Test func `an empty tray is refused before anything is burned`() async throws {
    try await StockDesk.with { desk in
      let keeping = StockKeeping(desk.place.office())
      try await keeping.store(
        StockDesk.range("CN0001001", "CN0001010"), by: PrintingDesk.clerk)
      let output = try await desk.released()
      let error = await #expect(throws: Refusal.self) {
        try await desk.print(output.id, tray: StockDesk.tray)
      }
      #expect(keys(of: error) == ["stock.tray-empty"])
      try await expectUntouched(desk, output)
      try await desk.expectAccounted()
    }
  }

  @Test func `a tray with fewer numbers than sheets is refused before anything is burned`()
    async throws
  {
    try await StockDesk.with { desk in
      let keeping = StockKeeping(desk.place.office())
      try await keeping.store(
        StockDesk.range("CN0001002", "CN0001010"), by: PrintingDesk.clerk)
      let output = try await desk.released(items: 40)
      let error = await #expect(throws: Refusal.self) {
        try await desk.print(output.id, tray: StockDesk.tray)
      }
      #expect(keys(of: error) == ["office.too-few-sheets"])
      try await expectUntouched(desk, output)
      try await desk.expectAccounted()
    }
  }

  /// Nothing of an output left, and nothing says that it did.
  private func expectUntouched(_ desk: PrintingDesk, _ output: Output) async throws {
    let run = try await desk.run(output.id)
    #expect(run.output.state == .released && !run.wasBurned)
    #expect(run.sheets.allSatisfy { $0.stock == nil })
    #expect(try desk.faulty.sheets().isEmpty)
    #expect(await desk.faulty.server.machine.report().jobs.isEmpty)
  }

  @Test func `what never came out of the printer spoils its number, for a late job may mark it`()
    async throws
  {
    try await StockDesk.with(faults: "job=1 drop=middle") { desk in
      let output = try await desk.released()
      try await desk.print(output.id, tray: StockDesk.tray)
      let next = try #require(try await desk.spoil(output.id, .nothingCameOut).successor)
      #expect(try await desk.stock("CN0001001").state == .spoiled)
      // The sheet is taken out of the tray by hand.
      try await desk.faulty.server.machine.command("load tray=tray-2 stock=CN0001002")
      try await desk.finish(next.id)
      try await desk.print(next.id, tray: StockDesk.tray, top: "CN0001002")
      #expect(try desk.paper(next.id).map(\.stock) == ["CN0001002"])
      try await desk.confirm(next.id, typed: "CN0001002")
      try await desk.expectAccounted()
    }
  }

  @Test func `preprinted sheets bear their notes already: only the front is printed`()
    async throws
  {
    try await StockDesk.with { desk in
      // A demonstration's outputs say so on both sides.
      desk.place.workshop.otherIssuer = try KeySite.issuer(
        "keys: {pdf: {level: B-B}}\n", isDemonstration: false)
      let output = try await desk.released("RCEP", to: "JP")
      let plain = try await desk.released("RCEP", to: "JP", seed: 2)
      let run = try await desk.print(output.id, tray: StockDesk.tray)
      #expect(run.passes.map(\.sides) == [.front] && run.passes.map(\.state) == [.clean])
      try await desk.confirm(output.id, typed: "CN0001001")
      #expect(try await desk.print(plain.id, tray: "tray-1").passes.map(\.sides) == [.duplex])
      try await desk.confirm(plain.id)
      try await desk.expectAccounted()
    }
  }

  @Test func `the stock number shows two sheets drawn at once`() async throws {
    try await StockDesk.with(faults: "job=1 double-feed=1") { desk in
      let (first, second) = (try await desk.released(), try await desk.released(seed: 2))
      try await desk.print(first.id, tray: StockDesk.tray)
      try await desk.confirm(first.id, typed: "CN0001001")
      // The printer drew 1002 with it, so that 1003 lies on top.
      let error = await #expect(throws: Refusal.self) {
        try await desk.print(second.id, tray: StockDesk.tray, top: "CN0001003")
      }
      #expect(keys(of: error) == ["stock.other-on-top"])
      let keeping = StockKeeping(desk.place.office())
      try await keeping.spoil(
        StockDesk.range("CN0001002", "CN0001002"), .damaged, by: PrintingDesk.clerk)
      try await desk.print(second.id, tray: StockDesk.tray, top: "CN0001003")
      #expect(try desk.paper(second.id).map(\.stock) == ["CN0001003"])
      try await desk.confirm(second.id, typed: "CN0001003")
      try await desk.expectAccounted()
    }
  }

  @Test(arguments: OfficeWorkplace.Register.allCases)
  func `what is received, loaded and counted wrongly is refused`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await StockDesk.with(register) { desk in
      let keeping = StockKeeping(desk.place.office())
      let clerk = PrintingDesk.clerk
      let tray = PrintDesk.Tray(printer: PrintingDesk.printer, name: StockDesk.tray)
      let overlapping = try StockDesk.range("CN0001010", "CN0001020")
      let again = await #expect(throws: Refusal.self) {
        try await keeping.receive(overlapping, by: clerk)
      }
      #expect(keys(of: again) == ["stock.range-overlaps"])
      #expect(try await keeping.all().count == 10, "none of the range was received")
      let loads: [(StockRange, PrintDesk.Tray, String)] = [
        (try StockDesk.range("CN0001001", "CN0001001"), tray, "stock.state"),
        (overlapping, tray, "stock.state"),
        (try StockDesk.range("CN0002001", "CN0002001"), tray, "stock.unknown"),
        (overlapping, PrintDesk.Tray(printer: "nowhere", name: ""), "office.unknown-printer"),
        (
          overlapping, PrintDesk.Tray(printer: tray.printer, name: "tray-1"), "office.no-stock-tray"
        ),
        (overlapping, PrintDesk.Tray(printer: tray.printer, name: "tray-9"), "office.unknown-tray"),
      ]
      for (range, tray, key) in loads {
        let error = await #expect(throws: Refusal.self) {
          try await keeping.load(range, into: tray, by: clerk)
        }
        #expect(keys(of: error) == [key])
      }
      let count = try await keeping.count(
        [StockDesk.range("CN0001001", "CN0001009")], series: StockDesk.series, tray: tray,
        marksMissing: true, by: clerk)
      #expect(!count.agrees && count.missing.map(\.text) == ["CN0001010"])
      #expect(try await desk.report().unaccountedItems == ["CN CN0001010"])
      try await keeping.store(StockDesk.range("CN0001010", "CN0001010"), by: clerk)
      try await desk.expectAccounted()
    }
  }
}
