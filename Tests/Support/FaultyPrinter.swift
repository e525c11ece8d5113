import Foundation
package import Printers
package import VirtualPrinter

/// Our own printer with every fault, in this process, on a free port and with a log of its own.
package final class FaultyPrinter: Sendable {
  package let sandbox: PrintSandbox
  package let server: PrinterServer

  private init(_ sandbox: PrintSandbox, _ server: PrinterServer) {
    self.sandbox = sandbox
    self.server = server
  }

  /// Runs a test with a printer, and ends the printer whatever happens.
  ///
  /// Faults and trays are written as the program takes them; without trays there is one of plain A4.
  package static func with<Result>(
    _ faults: String..., trays: [String] = [],
    change: (inout MachineSettings) -> Void = { _ in },
    _ body: (FaultyPrinter) async throws -> Result
  ) async throws -> Result {
    let sandbox = try PrintSandbox()
    var settings = MachineSettings()
    settings.secondsPerSheet = 0.02
    settings.log = sandbox.folder.appending(path: "sheets.jsonl")
    settings.faults = try faults.map { try Fault(parsing: $0) }
    if !trays.isEmpty { settings.trays = try trays.map { try Tray(parsing: $0) } }
    change(&settings)
    let faulty = FaultyPrinter(sandbox, try await start(settings))
    do {
      let result = try await body(faulty)
      await faulty.server.stop()
      return result
    } catch {
      await faulty.server.stop()
      throw error
    }
  }

  /// On a port that no other test's server has had: a printer that is gone stays gone.
  private static func start(_ settings: MachineSettings) async throws -> PrinterServer {
    var settings = settings
    for _ in 0..<5 {
      settings.port = try Loopback.freePort()
      if let server = try? await PrinterServer.start(settings) { return server }
    }
    return try await PrinterServer.start(settings)
  }

  /// A fresh connection to the printer.
  package func printer(seconds: Double = 60) async throws -> Printer {
    Printer(try PrinterAddress(parsing: await server.uri), seconds: seconds)
  }

  /// Sends a PDF of so many pages.
  package func send(
    pages: Int = 1, _ ticket: JobTicket = JobTicket(name: "serial"), seconds: Double = 15
  ) async throws -> JobHandle {
    let bytes = SampleDocuments.pdf(pages: pages)
    return try await printer(seconds: seconds).send(PrintDocument(pdf: { bytes }), ticket)
  }

  /// Follows a job to its end, or to what hides its end.
  ///
  /// - Returns: all that was seen.
  package func follow(_ job: JobHandle) async throws -> (seen: [JobStatus], error: PrinterError?) {
    var seen: [JobStatus] = []
    do {
      for try await status in try await printer().follow(job, every: .milliseconds(10)) {
        seen.append(status)
      }
      return (seen, nil)
    } catch let error as PrinterError {
      return (seen, error)
    }
  }

  /// Waits until something is so, at most twenty seconds; whether it came to be.
  package func wait(_ isSo: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<1000 {
      if try await isSo() { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return false
  }

  /// The sheets that came out so far, all jobs together.
  package func sheets() throws -> [SheetRecord] {
    try SheetRecord.read(try Data(contentsOf: sandbox.folder.appending(path: "sheets.jsonl")))
  }
}
