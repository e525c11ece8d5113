import ArgumentParser
import Diagnostics
import Printers

/// `printer`: what printers are there, how they are, and a plain file on one of them.
struct PrinterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "printer",
    abstract: "Lists and names printers, shows their state, calibrates them, prints a plain file.",
    subcommands: [
      PrinterListCommand.self, PrinterAddCommand.self, PrinterStatusCommand.self,
      PrinterPrintCommand.self,
      PrinterTurningTestCommand.self, PrinterProbeCommand.self, PrinterCalibrateCommand.self,
      PrinterServiceCommand.self,
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
