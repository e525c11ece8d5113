import ArgumentParser
import Certificates
import Diagnostics
import Foundation
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
      name is made, behind a backend that gives each job to the printer at most once; that takes root. What of
      the scheduler's settings speaks against it is told as a warning. CUPS_SERVER names another scheduler.
      An impact printer takes its bytes at socket://host, port 9100, and tells nothing; one that never closes a
      connection is written socket://host/?waiteof=false.

      EXAMPLES
        originpress printer add counter-2 ipp://printer.example/ipp/print \\
          --profile chamber-laser-with-stock-tray
        originpress printer add office ipp://10.0.0.7/ipp/print --profile mono-laser --place local
        originpress printer add lq socket://10.0.0.9 --profile generic-24pin
        originpress printer add vendor ipp://10.0.0.8/ipp/print --profile mono-laser --cups
      """)

  @Argument(help: "Its name: small letters, digits and hyphens.")
  var name: String

  @Argument(help: "ipp://host[:port]/path, ipps://…, socket://host[:port] or the name of a queue.")
  var address: String

  @Option(help: "Its device profile of printers/.")
  var profile: String

  @Option(help: "Whose it is: chamber (贸促会), or local (企业本地) for self-printing.")
  var place = Approval.PrintPlace.chamber

  @Flag(help: "Does not ask the printer, such as one that is switched off.")
  var unchecked = false

  @Flag(help: "Through a queue of the CUPS server, made at-most-once.")
  var cups = false

  @Option(
    help: ArgumentHelp("CUPS's folder of backends; with --cups.", valueName: "folder"),
    transform: Self.folder)
  var backends: URL?

  @Option(
    help: ArgumentHelp("The journal of the queue's backend.", valueName: "folder"),
    transform: Self.folder)
  var journal: URL?

  @OptionGroup var options: OfficeOptions

  func validate() throws {
    guard !(cups && unchecked) else {
      throw ValidationError("A queue asks the printer what it can: leave --unchecked out.")
    }
    guard cups || backends == nil else { throw ValidationError("--backends goes with --cups.") }
    guard cups || journal == nil || !address.contains("/") else {
      throw ValidationError("--journal goes with --cups or the name of a queue.")
    }
  }

  func run() async throws {
    let office = try options.office()
    let care = PrinterCare(office.context)
    let printer = DeskPrinter(
      name: name, address: cups ? name : address, profile: profile, place: place,
      journal: keptJournal?.path(percentEncoded: false))
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
    try OnceBackend.install(
      in: backends ?? OnceBackend.usualFolder, journal: keptJournal ?? OnceBackend.usualJournal)
    return try await queue.add(profile: try office.press.device(profile))
  }

  /// Where the guard of the queue keeps its journal; `nil` for a printer without a guard.
  private var keptJournal: URL? { journal ?? (cups ? OnceBackend.usualJournal : nil) }

  private static func folder(_ path: String) -> URL {
    URL(filePath: path, directoryHint: .notDirectory).standardizedFileURL
  }
}

extension DeskPrinter {
  /// The printer as JSON.
  var json: JSONValue {
    .object([
      "name": .text(name), "address": .text(address), "profile": .text(profile),
      "place": .text(place.rawValue), "journal": journal.map { .text($0) },
    ])
  }
}
