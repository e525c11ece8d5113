import Diagnostics
import Office
import PrintDesk
import Support
import Testing
import VirtualPrinter

/// What has a calibration confirmed again before anybody relies on it.
@Suite(.serialized) struct CalibrationDoubtTests {
  @Test(arguments: OfficeWorkplace.Register.allCases)
  func `a new lot, a service and another machine put a calibration in doubt`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await StockDesk.with(register) { desk in
      let confirmed = try KeptCalibration.off(right: 1, down: 0).confirmed(
        by: Act(by: "wang", at: 2))
      let other = try KeptCalibration.off(right: 1, down: 0, series: "OTHER")
        .confirmed(by: Act(by: "wang", at: 2))
      try await desk.keep(confirmed, other)
      let keeping = StockKeeping(desk.place.office())
      try await keeping.receive(
        StockDesk.range("CN0002001", "CN0002005"), by: PrintingDesk.clerk)
      #expect(try await desk.calibrations().map(\.doubt) == [.newLot, nil])
      try await desk.keep(confirmed)
      let care = PrinterCare(desk.place.office())
      let told = try await care.serviced(PrintingDesk.printer, by: PrintingDesk.clerk)
      #expect(told.map(\.doubt) == [.serviced, .serviced])
      try await desk.keep(confirmed)
      try await desk.keepPrinter()
      #expect(try await desk.calibrations().map(\.doubt) == [nil, .serviced], "nothing is new")
      try await desk.keepPrinter(address: "ipp://elsewhere.example/ipp/print")
      #expect(try await desk.calibrations().map(\.doubt) == [.serviced, .serviced])
      let unknown = await #expect(throws: Refusal.self) {
        try await care.serviced("counter-9", by: PrintingDesk.clerk)
      }
      #expect(keys(of: unknown) == ["office.unknown-printer"])
    }
  }
}
