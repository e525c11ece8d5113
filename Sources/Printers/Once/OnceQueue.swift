package import Devices
package import Diagnostics
import Foundation

/// A CUPS queue made at-most-once: behind ``OnceBackend``, a failed job aborted, not shared.
///
/// Its `completed` still means handed over, its counters rendered; what it cannot do any more is
/// print a job twice.
package struct OnceQueue: Sendable {
  /// The queue's name.
  package let name: String
  /// The printer behind it, asked directly.
  package let printer: PrinterAddress
  /// The scheduler that has the queue.
  package let server: CUPSServer

  /// A queue that is to be.
  ///
  /// - Parameters:
  ///   - name: the queue's name.
  ///   - printer: the printer's own address, no queue.
  ///   - server: the scheduler that is to have the queue.
  /// - Throws: ``Refusal`` when either is something else.
  package init(
    _ name: String, for printer: PrinterAddress, on server: CUPSServer = .system
  ) throws(Refusal) {
    guard case .queue = try PrinterAddress(parsing: name, server: server) else {
      throw Refusal(Diagnostic(at: .field("name"), Wording.badQueueName(name)))
    }
    guard !printer.isQueue else {
      throw Refusal(
        Diagnostic(
          at: .field("printer"), Wording.needsPrinter(printer.uri), hint: Wording.addressForms))
    }
    self.name = name
    self.printer = printer
    self.server = server
  }

  /// Makes the queue; it takes no job before the guard stands.
  ///
  /// - Parameter profile: what the printer has to be like.
  /// - Returns: where the printer differs from its profile without harm, and what of the scheduler's
  ///   settings speaks against it.
  /// - Throws: ``Refusal`` when there is such a queue already, or the printer lacks what the profile
  ///   promises; ``PrinterError`` when the printer or CUPS does not answer, or the guard backend is not
  ///   installed. Then no queue was made.
  package func add(profile: DeviceProfile) async throws -> [Diagnostic] {
    if try await Printer.list(on: server).contains(where: { $0.name == name }) {
      throw Refusal(Diagnostic(at: .field("name"), Wording.queueExists(name)))
    }
    let differences = try await differences(from: profile)
    guard !differences.contains(where: { $0.severity == .error }) else {
      throw Refusal(differences)
    }
    do {
      try await setUp()
      try await check()
    } catch {
      _ = try await lpadmin(["-x", name])
      throw error
    }
    return differences + (try await server.risks())
  }

  private func differences(from profile: DeviceProfile) async throws -> [Diagnostic] {
    guard case .raw(let endpoint, _) = printer else {
      return try await printer.printer().status().differences(from: profile)
    }
    try await RawPrinter(endpoint).probe()
    return profile.rawDifferences
  }

  /// A queue for the printer as it describes itself, which takes nothing yet; a raw one has no description.
  private func begin() async throws(PrinterError) {
    let model = printer.isRaw ? "raw" : "everywhere"
    try await mustSucceed(["-p", name, "-v", printer.uri, "-m", model])
    if !printer.isRaw { try await waitUntilSetUp() }
  }

  private func setUp() async throws(PrinterError) {
    try await begin()
    let settings = [
      "printer-error-policy=abort-job", "printer-is-shared=false", "printer-op-policy=default",
    ]
    try await mustSucceed(
      ["-p", name, "-v", OnceBackend.uri(for: printer.uri)] + settings.flatMap { ["-o", $0] })
    try await mustSucceed(["-p", name, "-E"])
  }

  /// CUPS asks the printer in the background what it can do.
  private func waitUntilSetUp() async throws(PrinterError) {
    let queue = Printer(.queue(name, server))
    for _ in 0..<400 {
      if try await !queue.status().sides.isEmpty { return }
      try? await Task.sleep(for: .milliseconds(50))
    }
    throw PrinterError(.programFailed, Wording.programFailed("lpadmin"), cause: printer.uri)
  }

  /// Makes sure that CUPS took all of it.
  private func check() async throws(PrinterError) {
    let status = try await Printer(.queue(name, server)).status().attributes
    let wanted = [
      "device-uri": OnceBackend.uri(for: printer.uri), "printer-error-policy": "abort-job",
    ]
    for (attribute, value) in wanted where status.string(attribute) != value {
      throw PrinterError(
        .badAnswer, Wording.notTakenAsIs(attribute), cause: status.string(attribute))
    }
    guard status.flag("printer-is-shared") != true else {
      throw PrinterError(.badAnswer, Wording.notTakenAsIs("printer-is-shared"))
    }
  }

  private func mustSucceed(_ arguments: [String]) async throws(PrinterError) {
    let outcome = try await lpadmin(arguments)
    guard outcome.status == 0 else {
      throw PrinterError(
        .programFailed, Wording.programFailed("lpadmin"),
        cause: outcome.text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  private func lpadmin(_ arguments: [String]) async throws(PrinterError) -> ToolRun {
    try await ToolRun.run(["lpadmin"] + arguments, environment: server.environment)
  }
}
