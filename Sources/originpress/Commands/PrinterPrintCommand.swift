import ArgumentParser
import Diagnostics
import Foundation
import Office
import Printers

/// `printer print`.
struct PrinterPrintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Prints a plain PDF, PWG raster or ESC/P file and follows the job to its end.",
    discussion: """
      Never for numbered stock, since sheets are not accounted for here: a printer of the desk that has
      some takes a plain file from a tray without numbers only.

      EXAMPLES
        originpress printer print ipp://printer.example/ipp/print c.pdf --sides two-sided-long-edge
        originpress printer print counter-2 c.pdf --media iso_a4_210x297mm --copies 2
        originpress printer print socket://192.0.2.7 sheet.prn
      """)

  @Argument(
    help: "A printer of the desk, ipp://host[:port]/path, ipps://…, socket://host or a queue.")
  var printer: String

  @Argument(help: "The PDF, PWG raster or ESC/P (.prn) file.")
  var file: String

  @Option(help: ArgumentHelp("PWG media name.", valueName: "media"))
  var media: String?

  @Option(help: "The printer's tray, by IPP keyword such as tray-1.")
  var tray: String?

  @Option(help: "one-sided, two-sided-long-edge or two-sided-short-edge.")
  var sides = JobTicket.Sides.oneSided

  @Option(help: "Number of copies.")
  var copies = 1

  @OptionGroup var server: ServerOptions
  @OptionGroup var options: OfficeOptions

  func validate() throws {
    guard (1...999).contains(copies) else { throw ValidationError("--copies takes 1 to 999.") }
  }

  func run() async throws {
    let bytes = try InputFile.read(file)
    let address = try await options.address(of: printer, on: try server.cups)
    try await checkStock(at: address)
    let ticket = JobTicket(
      name: URL(fileURLWithPath: file).lastPathComponent, media: media, source: tray, sides: sides,
      copies: copies)
    let end = try await PlainPrint(transport: address.transport(), isJSON: options.shared.json)
      .print(try Self.document(bytes, file), ticket)
    try end.mustBeCompleted()
  }

  /// Refuses a tray of numbered stock of the desk's printers.
  private func checkStock(at address: PrinterAddress) async throws {
    guard let office = try options.existingOffice() else { return }
    try await PrinterCare(office.context).checkPlain(address, tray: tray)
  }

  /// The file as the one form it has.
  private static func document(_ bytes: Data, _ file: String) throws(Refusal) -> PrintDocument {
    if bytes.starts(with: Data("%PDF-".utf8)) { return PrintDocument(pdf: { bytes }) }
    if bytes.starts(with: Data("RaS2".utf8)) {
      return PrintDocument(pdf: nil, raster: { _ in bytes })
    }
    // ESC/P begins with a reset, as ours does (ESC @).
    if bytes.starts(with: [0x1B, 0x40]) { return PrintDocument(raw: bytes) }
    throw Refusal(Diagnostic(at: Place(file: file), Wording.notPrintable(file)))
  }
}

extension JobTicket.Sides: ExpressibleByArgument {}

extension JobStatus {
  /// Throws ``OutsideFailure`` when the job ended in any other way.
  func mustBeCompleted() throws(OutsideFailure) {
    guard state != .completed else { return }
    throw OutsideFailure(
      message: Wording.jobEnded(state.rawValue, reasons.joined(separator: ", ")))
  }
}
