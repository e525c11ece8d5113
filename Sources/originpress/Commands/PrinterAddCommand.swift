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
      Numbered sheets go straight to the printer by IPP; its own jam recovery has to be switched off.

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

  @OptionGroup var options: OfficeOptions

  func run() async throws {
    let printer = DeskPrinter(name: name, address: address, profile: profile, place: place)
    try await PrinterCare(try options.office().context).keep(printer)
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
