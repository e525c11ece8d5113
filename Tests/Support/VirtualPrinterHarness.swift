package import Foundation
package import Printers

/// A real `ippeveprinter` with faults, on a port and in a folder of its own.
package final class VirtualPrinterHarness: Sendable {
  /// Prints the sheets one by one; `fault` holds `jam SHEET SECONDS` or `abort SHEET`, used once.
  private static let script = """
    #!/bin/sh
    n=$(cat "$SIM/pages" 2>/dev/null || echo 1)
    echo "ATTR: job-impressions=$n" >&2
    set -- $(cat "$SIM/fault" 2>/dev/null); rm -f "$SIM/fault"
    i=1
    while [ $i -le $n ]; do
      if [ "$1" = jam ] && [ "$2" = $i ]; then
        echo "STATE: +media-jam-error" >&2; echo "ERROR: Paper jam" >&2
        sleep $3; echo "STATE: -media-jam-error" >&2
      fi
      [ "$1" = abort ] && [ "$2" = $i ] && exit 1
      sleep 0.2; echo "sheet $i" >>"$SIM/physical"
      echo "ATTR: job-impressions-completed=$i" >&2
      i=$((i + 1))
    done
    """

  package let sandbox: PrintSandbox
  private let options: DemoPrinter.Options
  private let device: DemoPrinter

  private init(
    sandbox: PrintSandbox, options: DemoPrinter.Options, device: DemoPrinter
  ) {
    self.sandbox = sandbox
    self.options = options
    self.device = device
  }

  /// Runs a test with a printer, and ends the printer whatever happens.
  package static func with<Result>(
    pages: Int = 1, fault: String? = nil, formats: [String]? = nil, isDuplex: Bool = true,
    _ body: (VirtualPrinterHarness) async throws -> Result
  ) async throws -> Result {
    let sandbox = try PrintSandbox()
    try sandbox.makeFolder("sim", mode: 0o777)
    try sandbox.write("sim/pages", "\(pages)")
    if let fault { try sandbox.write("sim/fault", fault) }
    try sandbox.write("script", script)
    // Installed by another program: a file this process has open for writing cannot be run.
    let install = ["install", "-m", "755", sandbox.path("script"), sandbox.path("print.sh")]
    guard try await PrintTool.run(install).status == 0 else {
      throw CocoaError(.fileWriteUnknown)
    }
    var options = DemoPrinter.Options()
    options.name = "Printer \(UUID().uuidString)"
    options.command = sandbox.folder.appending(path: "print.sh")
    options.environment = ["SIM": sandbox.path("sim")]
    options.isDuplex = isDuplex
    if let formats { options.formats = formats }
    let device = try await start(sandbox, options)
    let harness = VirtualPrinterHarness(sandbox: sandbox, options: options, device: device)
    do {
      let result = try await body(harness)
      await device.stop()
      return result
    } catch {
      await device.stop()
      throw error
    }
  }

  private static func start(
    _ sandbox: PrintSandbox, _ options: DemoPrinter.Options
  ) async throws -> DemoPrinter {
    try await DemoPrinter(
      spool: sandbox.folder.appending(path: "spool"), log: sandbox.folder.appending(path: "log"),
      options)
  }

  package var uri: String { device.uri }

  /// A fresh connection to the printer.
  package func printer(seconds: Double = 60) throws -> Printer {
    Printer(try PrinterAddress(parsing: uri), seconds: seconds)
  }

  /// Sheets that came out so far, all jobs together.
  package var sheets: Int { sandbox.text("sim/physical").split(separator: "\n").count }

  /// What was written about the work.
  package var log: String { sandbox.text("log") }

  /// The spooled documents, oldest job first, without what the program itself wrote (`.prn`).
  package func spooled() throws -> [Data] {
    let spool = sandbox.path("spool")
    return try FileManager.default.contentsOfDirectory(atPath: spool).sorted()
      .filter { !$0.hasSuffix(".prn") }
      .map { try Data(contentsOf: URL(filePath: spool + "/" + $0)) }
  }

  /// Switches the printer off for good, and waits until nobody listens at its address.
  package func switchOff() async throws {
    await device.cut()
    let printer = try printer()
    for _ in 0..<500 {
      do {
        _ = try await printer.status()
      } catch {
        if error.code == .unreachable { return }
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Switches the printer off and on again: the same address, no memory of its jobs.
  package func powerCycle(
    _ body: () async throws -> Void
  ) async throws {
    try await switchOff()
    var again = options
    again.port = device.port
    let next = try await Self.start(sandbox, again)
    do {
      try await body()
      await next.stop()
    } catch {
      await next.stop()
      throw error
    }
  }
}
