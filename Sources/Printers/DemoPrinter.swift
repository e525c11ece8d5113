package import Foundation

/// A driverless printer in software: CUPS's `ippeveprinter` on the loopback network.
///
/// Jobs end as files in the spool folder. Needs `ippeveprinter`, `dbus-run-session` and a kernel
/// with IPv6.
package final class DemoPrinter: Sendable {
  /// How the printer behaves.
  package struct Options: Sendable {
    /// The name the printer gives itself.
    package var name = "Demo Printer"
    /// MIME types it takes.
    package var formats = [PrintDocument.Format.pdf, .pwgRaster].map(\.rawValue)
    /// A program that gets each spooled file; its end is the job's end.
    ///
    /// Without any, `ippeveprinter` would sleep up to 15 seconds for each job.
    package var command = URL(filePath: "/bin/true")
    /// Environment of the program.
    package var environment: [String: String] = [:]
    /// Whether it offers to print on both sides.
    package var isDuplex = true
    /// The port to listen on; a free one when `nil`.
    package var port: Int?

    /// A two-sided printer on a free port that takes every format.
    package init() {}
  }

  /// `ippeveprinter` asks for a message bus even when it is not to advertise itself: it gets its own.
  private static let busScript =
    #"DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS exec ippeveprinter "$@""#

  /// The port it listens on.
  package let port: Int
  /// The printer's URI, such as `ipp://localhost:8631/ipp/print`.
  package let uri: String
  /// What the printer wrote about its work.
  package let log: URL
  private let process: ServerProcess

  /// Starts a printer and waits until it answers.
  ///
  /// - Parameters:
  ///   - spool: the folder for the jobs' files; it is made when missing.
  ///   - log: the file for what the printer writes.
  ///   - options: how the printer behaves.
  /// - Throws: ``PrinterError/Code/programFailed`` with the last lines of its log.
  package init(spool: URL, log: URL, _ options: Options = Options()) async throws(PrinterError) {
    self.log = log
    do {
      try FileManager.default.createDirectory(at: spool, withIntermediateDirectories: true)
    } catch {
      throw PrinterError(.programFailed, Wording.programFailed("ippeveprinter"), cause: "\(error)")
    }
    var running = await Self.start(spool, log, options)
    // Another program may have taken a free port before the printer did.
    for _ in 1..<Self.attempts where options.port == nil && running.isFailure {
      running = await Self.start(spool, log, options)
    }
    (process, port) = try running.get()
    uri = "ipp://localhost:\(port)/ipp/print"
  }

  /// Ends the printer; the spooled files stay.
  package func stop() async { await process.stop() }

  /// Ends the printer as a power cut would.
  package func cut() async { await process.cut() }

  private static func command(_ spool: URL, _ port: Int, _ options: Options) -> [String] {
    let variables = options.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var command = ["dbus-run-session", "--", "env"] + variables
    command += ["sh", "-c", busScript, "sh", "-r", "off", "-n", "localhost", "-p", "\(port)"]
    command += ["-d", spool.path(percentEncoded: false), "-k", "-vvv"]
    command += ["-c", options.command.path(percentEncoded: false), "-D", "file:///dev/null"]
    command += ["-f", options.formats.joined(separator: ",")]
    if options.isDuplex { command.append("-2") }
    return command + [options.name]
  }

  private static let attempts = 3
  private static let patience = Duration.seconds(20)

  private static func start(
    _ spool: URL, _ log: URL, _ options: Options
  ) async -> Result<(ServerProcess, port: Int), PrinterError> {
    do throws(PrinterError) {
      let port = if let wanted = options.port { wanted } else { try Loopback.freePort() }
      let process = try ServerProcess(command(spool, port, options), log: log)
      if await isReady(at: port, as: options.name) { return .success((process, port)) }
      await process.cut()
      let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      throw PrinterError(
        .programFailed, Wording.programFailed("ippeveprinter"), cause: String(text.suffix(400)))
    } catch {
      return .failure(error)
    }
  }

  /// Whether the printer of that name answers, after the time it needs to begin.
  private static func isReady(at port: Int, as name: String) async -> Bool {
    let address: PrinterAddress = .direct(
      Endpoint(host: "localhost", port: port), path: "/ipp/print")
    let end = ContinuousClock.now + patience
    while ContinuousClock.now < end {
      // Another printer at the same port would have another name.
      let status = try? await Printer(address, seconds: 5).status()
      if status?.name == name { return true }
      try? await Task.sleep(for: .milliseconds(50))
    }
    return false
  }
}

extension Result {
  fileprivate var isFailure: Bool {
    if case .failure = self { true } else { false }
  }
}
