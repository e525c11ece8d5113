import ArgumentParser
import Notation
import Printers

/// `printer status`.
struct PrinterStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows a printer's state in IPP's words, once or as it changes.",
    discussion: """
      EXAMPLES
        originpress printer status ipp://printer.example/ipp/print
        originpress printer status counter-2 --json
        originpress printer status counter-2 --watch
      """)

  @Argument(help: "A printer of the desk, ipp://host[:port]/path, ipps://… or a queue.")
  var printer: String

  @OptionGroup var server: ServerOptions
  @OptionGroup var options: OfficeOptions

  @Flag(help: "Goes on with a line for each change of state or jobs, until it is ended.")
  var watch = false

  private static let pause = Duration.milliseconds(500)

  func run() async throws {
    let printer = try await options.address(of: printer, on: try server.cups).printer()
    guard watch else { return try await show(printer) }
    var last: PrinterGlance?
    while true {
      let now = await Self.glance(at: printer)
      if now != last { Outside.say(now.line(asJSON: options.shared.json)) }
      last = now
      try await Task.sleep(for: Self.pause)
    }
  }

  private func show(_ printer: Printer) async throws {
    let (status, jobs) = try await Self.look(at: printer)
    if options.shared.json {
      print(JSONWriter.text(Self.json(status, jobs)))
    } else {
      print(Self.lines(status, jobs).joined(separator: "\n"))
    }
  }

  private static func look(
    at printer: Printer
  ) async throws(PrinterError) -> (PrinterStatus, jobs: [String]) {
    let status = try await printer.status()
    return (status, try await printer.jobs().compactMap { $0.string("job-name") })
  }

  /// What a watcher is told; a printer that does not answer may come back.
  private static func glance(at printer: Printer) async -> PrinterGlance {
    do throws(PrinterError) {
      let (status, jobs) = try await look(at: printer)
      return PrinterGlance(state: status.state, reasons: status.stateReasons, jobs: jobs)
    } catch {
      return PrinterGlance(state: .unknown, reasons: [error.code.rawValue], jobs: [])
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
