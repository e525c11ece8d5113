import ArgumentParser
import Diagnostics
import Foundation
import Office
import PrintDesk
import Printers

/// Where an output is printed: `--to`, `--tray`, `--top`.
struct PrintOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Prints at once, at a printer of 'printer list --desk'.", valueName: "printer"))
  var to: String?

  @Option(
    help: ArgumentHelp("The printer's tray; the first one of its profile by default."))
  var tray: String?

  @Option(
    help: ArgumentHelp(
      "The number on the top sheet of numbered stock, as one reads it.", valueName: "number"))
  var top: String?

  /// Prints what is left of an output, and tells how it goes on.
  ///
  /// - Returns: the run as the register has it then, and what moved its sheets.
  func print(
    _ output: String, _ office: FrontOffice, keys: SiteKeys, by person: Identification,
    asJSON: Bool
  ) async throws -> RunReport {
    guard let to else { preconditionFailure("printing needs a printer") }
    let telling = PrintTelling(asJSON: asJSON)
    let printing = Printing(office.context, keys: keys) { printer in
      try PrinterAddress(parsing: printer.address).transport()
    }
    let request = Printing.Request(
      output: output, printer: to, tray: tray, top: top, person: person)
    return try await office.alone(at: to) {
      let run = try await printing.print(request) { telling.tell($0) }
      telling.end()
      return RunReport(run, calibrations: telling.calibrations)
    }
  }
}
