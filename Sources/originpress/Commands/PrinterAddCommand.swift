import ArgumentParser
import Certificates
import Diagnostics
import Notation
import Office
import PrintDesk

/// `printer add`.
struct PrinterAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Names a printer for the desk, or changes a known one.",
    discussion: """
      The printer is asked what it can, and where that is less than its profile says, it is refused. Numbered
      sheets go straight to it by IPP; its own jam recovery has to be switched off.

      EXAMPLES
        originpress printer add counter-2 ipp://printer.example/ipp/print \\
          --profile chamber-laser-with-stock-tray
        originpress printer add office ipp://10.0.0.7/ipp/print --profile mono-laser --place local
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

  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let care = PrinterCare(try options.office().context)
    let printer = DeskPrinter(name: name, address: address, profile: profile, place: place)
    if !unchecked {
      let differences = try await care.differences(of: printer)
      if differences.contains(where: { $0.severity == .error }) { throw Refusal(differences) }
      if !differences.isEmpty { Complaint.write(differences, asJSON: options.shared.json) }
    }
    try await care.keep(printer)
    guard options.shared.json else {
      return print(Wording.printerKept(name, profile).text(in: Outside.language))
    }
    print(JSONWriter.text(printer.json), terminator: "")
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
