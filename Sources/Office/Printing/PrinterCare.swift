import Devices
package import Diagnostics
package import PrintDesk
package import Printers
import Store

/// The desk's printers: which there are, where, and as what.
package struct PrinterCare {
  private let office: OfficeContext

  /// The use case in an office.
  package init(_ office: OfficeContext) { self.office = office }

  /// Adds a printer, or changes the particulars of a known one; for another machine its calibrations have to
  /// be confirmed.
  ///
  /// - Throws: ``Refusal`` for a name or address that is none, and an unknown profile.
  package func keep(_ printer: DeskPrinter) async throws {
    guard DeskPrinter.isName(printer.name) else {
      throw Refusal(Diagnostic(at: .field("printer"), Wording.noPrinterName(printer.name)))
    }
    _ = try PrinterAddress(parsing: printer.address)
    _ = try office.workshop.device(printer.profile)
    try await office.store.write { unit in
      let before = try unit.printers.printer(printer.name)
      try unit.printers.keep(printer)
      if before?.address != printer.address || before?.profile != printer.profile {
        try unit.calibrations.doubt(.serviced) { $0.tray.printer == printer.name }
      }
    }
  }

  /// Notes that somebody worked on a printer: its calibrations have to be confirmed.
  ///
  /// - Returns: its calibrations.
  /// - Throws: ``Refusal`` for an unknown printer, and for who is not enrolled.
  @discardableResult package func serviced(
    _ name: String, by person: Identification
  ) async throws -> [KeptCalibration] {
    _ = try await person.confirmed(as: .operator, by: office.store)
    _ = try await printer(name)
    return try await office.store.write { unit in
      try unit.calibrations.doubt(.serviced) { $0.tray.printer == name }
      return try unit.calibrations.calibrations().filter { $0.place.tray.printer == name }
    }
  }

  /// Refuses plain files where numbered sheets lie: those are never printed on without an account.
  ///
  /// - Parameters:
  ///   - address: where the file is to go.
  ///   - tray: the tray that is asked for; `nil` for whichever the printer takes.
  /// - Throws: ``Refusal`` for a printer of the desk that has numbered stock, unless the tray has none.
  package func checkPlain(_ address: PrinterAddress, tray: String?) async throws {
    for printer in try await all() where try PrinterAddress(parsing: printer.address) == address {
      let sources = try office.workshop.device(printer.profile).sources
      let isPlain = sources.contains { $0.name == tray && $0.stock == .blank }
      guard !isPlain, sources.contains(where: { $0.stock == .numbered }) else { continue }
      throw Refusal(
        Diagnostic(
          at: .field("tray"), Wording.numberedStock(printer.name),
          hint: Wording.trays(sources.filter { $0.stock == .blank }.map(\.name))))
    }
  }

  /// Where a printer differs from its profile, as it answers now; of a queue also what could make CUPS print
  /// a job of it again.
  ///
  /// A printer behind a raw connection has to be there, and says nothing.
  ///
  /// - Throws: ``PrinterError`` when it does not answer.
  package func differences(of printer: DeskPrinter) async throws -> [Diagnostic] {
    let address = try PrinterAddress(parsing: printer.address)
    let profile = try office.workshop.device(printer.profile)
    switch address {
    case .direct: return try await status(at: address).differences(from: profile)
    case .queue(_, let server):
      let status = try await status(at: address)
      return status.differences(from: profile) + status.queueRisks + (try await server.risks())
    case .raw(let endpoint, _):
      try await RawPrinter(endpoint, seconds: Self.patience).probe()
      return profile.rawDifferences
    }
  }

  private func status(at address: PrinterAddress) async throws -> PrinterStatus {
    try await address.printer(seconds: Self.patience).status()
  }

  /// How long a printer may take to say what it can, in seconds.
  private static let patience = 10.0

  /// Every printer, by name.
  package func all() async throws -> [DeskPrinter] {
    try await office.store.read { try $0.printers.printers() }
  }

  /// The printer of a name.
  ///
  /// - Throws: ``Refusal`` when there is none.
  package func printer(_ name: String) async throws -> DeskPrinter {
    let known = try await office.store.read { try $0.printers.printer(name) }
    guard let known else {
      throw Refusal(
        Diagnostic(
          at: .field("printer"), Wording.unknownPrinter(name), hint: Wording.addPrinter))
    }
    return known
  }
}
