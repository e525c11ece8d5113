import Office
import PrintDesk
import Store
import Support
import Testing
import VirtualPrinter

/// A desk with numbered sheets in a tray, ten unless stated otherwise, register and printer agreeing on the top one.
enum StockDesk {
  static let tray = "tray-2"
  static let series = "CN"

  /// Runs a test at such a desk.
  static func with<Result>(
    _ register: OfficeWorkplace.Register = .memory, faults: String? = nil,
    to last: String = "CN0001010",
    trays: [String] = ["tray-1", "tray-2 stock=CN0001001"],
    change: (inout MachineSettings) -> Void = { _ in },
    _ body: (PrintingDesk) async throws -> Result
  ) async throws -> Result {
    let profile = "chamber-laser-with-stock-tray"
    return try await PrintingDesk.with(
      register, trays: trays, profile: profile, change: change
    ) { desk in
      if let faults { try await desk.faulty.server.machine.command("fault \(faults)") }
      let keeping = StockKeeping(desk.place.office())
      let range = try range("CN0001001", last)
      try await keeping.receive(range, by: PrintingDesk.clerk)
      try await keeping.load(
        range, into: PrintDesk.Tray(printer: PrintingDesk.printer, name: tray),
        by: PrintingDesk.clerk)
      return try await body(desk)
    }
  }

  /// Numbers of the series.
  static func range(_ first: String, _ last: String) throws -> StockRange {
    try StockRange(series: series, first: first, last: last)
  }
}

extension PrintingDesk {
  /// A numbered sheet as the register has it.
  func stock(_ number: String) async throws -> StockSheet {
    let sheets = try await StockKeeping(place.office()).all()
    return try #require(sheets.first { $0.number.text == number })
  }

  /// The number that lies on top by the register; `nil` for an empty tray.
  func topNumber() async throws -> String? {
    let tray = PrintDesk.Tray(printer: Self.printer, name: StockDesk.tray)
    return try await place.store.read { try $0.stock.top(of: tray)?.number.text }
  }
}
