import Devices
import Diagnostics
package import PrintDesk
import Printers
import Store

/// The desk's printers: which there are, where, and as what.
package struct PrinterCare {
  private let office: OfficeContext

  /// The use case in an office.
  package init(_ office: OfficeContext) { self.office = office }

  /// Adds a printer, or changes the particulars of a known one.
  ///
  /// - Throws: ``Refusal`` for a name or address that is none, and an unknown profile.
  package func keep(_ printer: DeskPrinter) async throws {
    guard DeskPrinter.isName(printer.name) else {
      throw Refusal(Diagnostic(at: .field("printer"), Wording.noPrinterName(printer.name)))
    }
    _ = try PrinterAddress(parsing: printer.address)
    _ = try office.workshop.device(printer.profile)
    try await office.store.write { try $0.printers.keep(printer) }
  }

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
