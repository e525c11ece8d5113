import ArgumentParser
import Certificates
import Diagnostics
import Foundation
import Notation
import Office
import PrintDesk
import Printers

/// `printer`: what printers are there, how they are, and a plain file on one of them.
struct PrinterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "printer",
    abstract: "Lists and names printers, shows their state, prints a plain file or a test.",
    subcommands: [
      PrinterListCommand.self, PrinterAddCommand.self, PrinterStatusCommand.self,
      PrinterPrintCommand.self,
      PrinterTurningTestCommand.self,
    ])
}

/// The CUPS server to look at.
struct ServerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "CUPS server as host[:port] or socket path; the system's by default.", valueName: "server"))
  var server: String?

  var cups: CUPSServer {
    get throws(Refusal) { try server.map(CUPSServer.init(parsing:)) ?? .system }
  }
}

/// `printer list`.
struct PrinterListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the queues of the CUPS server, or the desk's printers.")

  @OptionGroup var server: ServerOptions

  @Flag(help: "Lists the printers that the desk's register names.") var desk = false

  @OptionGroup var options: OfficeOptions

  func run() async throws {
    if desk { return try await listDesk() }
    let queues = try await Printer.list(on: try server.cups)
    if options.shared.json {
      print(JSONWriter.text(.list(queues.map(Self.json))))
      return
    }
    if queues.isEmpty { print("no queues") }
    for queue in queues {
      let mark = queue.isDefault ? "*" : " "
      let model = queue.status.makeAndModel ?? ""
      print("\(mark) \(queue.name)  \(queue.status.state.rawValue)  \(model)")
    }
  }

  private func listDesk() async throws {
    let printers = try await PrinterCare(try options.office().context).all()
    guard options.shared.json else {
      return printers.forEach {
        print("\($0.name)  \($0.place.rawValue)  \($0.profile)  \($0.address)")
      }
    }
    print(JSONWriter.text(.list(printers.map(\.json))), terminator: "")
  }

  private static func json(_ queue: PrinterSummary) -> JSONValue {
    .object([
      "name": .text(queue.name), "default": .bool(queue.isDefault),
      "state": .text(queue.status.state.rawValue),
      "stateReasons": .list(queue.status.stateReasons.map { .text($0) }),
      "makeAndModel": queue.status.makeAndModel.map { .text($0) },
    ])
  }
}

/// `printer status`.
struct PrinterStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows a printer's state in IPP's words.",
    discussion: """
      EXAMPLES
        originpress printer status ipp://printer.example/ipp/print
        originpress printer status counter-2 --json
      """)

  @Argument(help: "ipp://host[:port]/path, ipps://… or the name of a queue.")
  var printer: String

  @OptionGroup var server: ServerOptions
  @Flag(help: "Answer and complain in JSON.") var json = false

  func run() async throws {
    let address = try PrinterAddress(parsing: printer, server: try server.cups)
    let printer = Printer(address)
    let status = try await printer.status()
    let jobs = try await printer.jobs().compactMap { $0.string("job-name") }
    if json {
      print(JSONWriter.text(Self.json(status, jobs)))
    } else {
      print(Self.lines(status, jobs).joined(separator: "\n"))
    }
  }

  private static func lines(_ status: PrinterStatus, _ jobs: [String]) -> [String] {
    func list(_ values: [String]) -> String {
      values.isEmpty ? "-" : values.joined(separator: ", ")
    }
    return [
      "name         \(status.name ?? "-")", "model        \(status.makeAndModel ?? "-")",
      "state        \(status.state.rawValue)", "reasons      \(list(status.stateReasons))",
      "accepting    \(status.isAcceptingJobs ? "yes" : "no")", "open jobs    \(list(jobs))",
      "media ready  \(list(status.mediaReady))", "formats      \(list(status.formats))",
      "sides        \(list(status.sides))",
      "resolutions  \(list(status.resolutions.map { "\($0) dpi" }))",
      "up time      \(status.upTime.map { "\($0) s" } ?? "-")",
    ]
  }

  private static func json(_ status: PrinterStatus, _ jobs: [String]) -> JSONValue {
    func list(_ values: [String]) -> JSONValue { .list(values.map { .text($0) }) }
    return .object([
      "name": status.name.map { .text($0) }, "makeAndModel": status.makeAndModel.map { .text($0) },
      "state": .text(status.state.rawValue), "stateReasons": list(status.stateReasons),
      "isAcceptingJobs": .bool(status.isAcceptingJobs), "openJobs": list(jobs),
      "mediaReady": list(status.mediaReady),
      "mediaSupported": list(status.mediaSupported), "formats": list(status.formats),
      "sides": list(status.sides), "resolutions": .list(status.resolutions.map { .integer($0) }),
      "upTime": status.upTime.map { .integer($0) },
    ])
  }
}

/// `printer print`.
struct PrinterPrintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Prints a plain PDF or PWG raster file and follows the job to its end.",
    discussion: """
      Never for numbered stock, since sheets are not accounted for here: a printer of the desk that has
      some takes a plain file from a tray without numbers only.

      EXAMPLES
        originpress printer print ipp://printer.example/ipp/print c.pdf --sides two-sided-long-edge
        originpress printer print counter-2 c.pdf --media iso_a4_210x297mm --copies 2
      """)

  @Argument(help: "ipp://host[:port]/path, ipps://… or the name of a queue.")
  var printer: String

  @Argument(help: "The PDF (.pdf) or PWG raster (.pwg) file.")
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
    let address = try PrinterAddress(parsing: printer, server: try server.cups)
    try await checkStock(at: address)
    let ticket = JobTicket(
      name: URL(fileURLWithPath: file).lastPathComponent, media: media, source: tray, sides: sides,
      copies: copies)
    let end = try await PlainPrint(printer: Printer(address), isJSON: options.shared.json)
      .print(try Self.document(bytes, file), ticket)
    try end.mustBeCompleted()
  }

  /// Refuses a tray of numbered stock of the desk's printers.
  private func checkStock(at address: PrinterAddress) async throws {
    let folder = Outside.dataFolder(stated: options.data)
    guard FrontOffice.exists(in: folder) else { return }
    let office = try FrontOffice(
      press: Press(options.shared), folder: folder, makes: false)
    try await PrinterCare(office.context).checkPlain(address, tray: tray)
  }

  /// The file as the one form it has.
  private static func document(_ bytes: Data, _ file: String) throws(Refusal) -> PrintDocument {
    if bytes.starts(with: Data("%PDF-".utf8)) { return PrintDocument(pdf: { bytes }) }
    if bytes.starts(with: Data("RaS2".utf8)) {
      return PrintDocument(pdf: nil, raster: { _ in bytes })
    }
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

/// Sends one document and tells how the job goes on; an interrupt (Ctrl-C) cancels the job.
struct PlainPrint {
  let printer: Printer
  let isJSON: Bool

  /// Sends, follows, and gives the job's last state.
  func print(_ document: PrintDocument, _ ticket: JobTicket) async throws -> JobStatus {
    let job = try await printer.send(document, ticket)
    let interrupt = Interrupt { try? await printer.cancel(job) }
    defer { interrupt.end() }
    var last: JobStatus?
    for try await status in printer.follow(job) {
      last = status
      tell(status, job)
    }
    guard let last else { preconditionFailure("a job that was followed had no state") }
    if printer.address.isQueue, last.state == .completed, !isJSON {
      Outside.say(Wording.handedOver.text(in: Outside.language))
    }
    return last
  }

  private func tell(_ status: JobStatus, _ job: JobHandle) {
    if isJSON {
      Outside.say(JSONWriter.text(Self.json(status, job), pretty: false))
      return
    }
    let sides = status.impressions ?? 0
    let count = sides > 0 ? " \(status.impressionsCompleted ?? 0)/\(sides)" : ""
    let reasons = (status.reasons + status.printerReasons).joined(separator: ", ")
    let detail = reasons.isEmpty ? "" : " (\(reasons))"
    Outside.say("job \(job.id) \(status.state.rawValue)\(count)\(detail)")
  }

  private static func json(_ status: JobStatus, _ job: JobHandle) -> JSONValue {
    .object([
      "job": .integer(job.id), "state": .text(status.state.rawValue),
      "reasons": .list(status.reasons.map { .text($0) }),
      "printerReasons": .list(status.printerReasons.map { .text($0) }),
      "impressionsCompleted": status.impressionsCompleted.map { .integer($0) },
      "impressions": status.impressions.map { .integer($0) },
    ])
  }
}
