import ArgumentParser
import Certificates
import Diagnostics
import Notation
import Office
import PrintDesk
import Printers

/// `printer add`.
struct PrinterAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Names a printer for the desk, or changes a known one.",
    discussion: """
      The printer is asked what it can, and where that is less than its profile says, it is refused. Numbered
      sheets go straight to it by IPP; its own jam recovery has to be switched off. With --cups a queue of that
      name is made, behind a backend that gives each job to the printer at most once; that takes root.

      EXAMPLES
        originpress printer add counter-2 ipp://printer.example/ipp/print \\
          --profile chamber-laser-with-stock-tray
        originpress printer add office ipp://10.0.0.7/ipp/print --profile mono-laser --place local
        originpress printer add vendor ipp://10.0.0.8/ipp/print --profile mono-laser --cups
      """)

  @Argument(help: "Its name: small letters, digits and hyphens.")
  var name: String

  @Argument(help: "ipp://host[:port]/path, ipps://… or the name of a queue.")
  var address: String

  @Option(help: "Its device profile of printers/.")
  var profile: String

  @Option(help: "Whose it is: chamber (贸促会), or local (企业本地) for self-printing.")
  var place = Approval.PrintPlace.chamber

  @Flag(help: "Does not ask the printer, such as one that is switched off.")
  var unchecked = false

  @Flag(help: "Through a queue of the CUPS server, made at-most-once.")
  var cups = false

  @OptionGroup var options: OfficeOptions

  func validate() throws {
    guard !(cups && unchecked) else {
      throw ValidationError("A queue asks the printer what it can: leave --unchecked out.")
    }
  }

  func run() async throws {
    let office = try options.office()
    let care = PrinterCare(office.context)
    let printer = DeskPrinter(
      name: name, address: cups ? name : address, profile: profile, place: place)
    let differences = try await differences(of: printer, care, office)
    if differences.contains(where: { $0.severity == .error }) { throw Refusal(differences) }
    if !differences.isEmpty { Complaint.write(differences, asJSON: options.shared.json) }
    try await care.keep(printer)
    guard options.shared.json else {
      return print(Wording.printerKept(name, profile).text(in: Outside.language))
    }
    print(JSONWriter.text(printer.json), terminator: "")
  }

  /// Where the printer differs from its profile; with `--cups` its queue is there afterwards.
  private func differences(
    of printer: DeskPrinter, _ care: PrinterCare, _ office: FrontOffice
  ) async throws -> [Diagnostic] {
    if unchecked { return [] }
    guard cups else { return try await care.differences(of: printer) }
    let queue = try OnceQueue(name, for: try PrinterAddress(parsing: address))
    try OnceBackend.install()
    return try await queue.add(profile: try office.press.device(profile))
  }
}

extension DeskPrinter {
  /// The printer as JSON.
  var json: JSONValue {
    [
      "name": .text(name), "address": .text(address), "profile": .text(profile),
      "place": .text(place.rawValue),
    ]
  }
}
