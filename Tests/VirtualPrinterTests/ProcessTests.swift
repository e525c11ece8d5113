import Foundation
import Printers
import Support
import Testing
import VirtualPrinter

/// The program of its own, checked by CUPS's `ipptool` and ended without warning.
@Suite("The virtual printer's program", .timeLimit(.minutes(2)))
struct ProcessTests {
  private static var program: String {
    // The tests' own program stands in the folder where the other programs are built.
    let folder = Bundle.main.bundleURL.appending(path: "virtual-printer")
    let built = Repository.root.appending(path: ".build/debug/virtual-printer")
    let found = FileManager.default.isExecutableFile(atPath: folder.path) ? folder : built
    return found.path(percentEncoded: false)
  }

  /// Starts the program, waits for its address, and ends it whatever happens.
  private func with(
    _ arguments: [String], _ body: (ChildProcess, String, PrintSandbox) async throws -> Void
  ) async throws {
    let sandbox = try PrintSandbox()
    let output = sandbox.folder.appending(path: "output")
    let command =
      [
        Self.program, "--port", "\(try Loopback.freePort())", "--seconds-per-sheet", "0.05",
        "--log", sandbox.path("sheets"),
      ] + arguments
    let process = try ChildProcess(
      command, log: output, environment: ProcessInfo.processInfo.environment)
    do {
      try await body(process, try await Self.uri(sandbox), sandbox)
      await Self.end(process)
    } catch {
      await Self.end(process)
      throw error
    }
  }

  private static func end(_ process: ChildProcess) async {
    process.signal(SIGKILL)
    while process.exitStatus == nil { try? await Task.sleep(for: .milliseconds(5)) }
  }

  /// The first line the program writes.
  private static func uri(_ sandbox: PrintSandbox) async throws -> String {
    for _ in 0..<500 where !sandbox.text("output").hasSuffix("\n") {
      try await Task.sleep(for: .milliseconds(10))
    }
    let uri = sandbox.text("output").trimmingCharacters(in: .newlines)
    try #require(uri.hasPrefix("ipp://127.0.0.1:"), "\(uri)")
    return uri
  }

  @Test("it passes CUPS's conformance tests without a failure", arguments: ["1.1", "2.0"])
  func conforms(version: String) async throws {
    try await with([]) { _, uri, sandbox in
      let folder = try await PrintTool.run(["cups-config", "--datadir"]).text
        .trimmingCharacters(in: .whitespacesAndNewlines)
      try sandbox.makeFolder("suite")
      for name in ["ipp-1.1.test", "ipp-2.0.test"] {
        try Data(contentsOf: URL(filePath: "\(folder)/ipptool/\(name)"))
          .write(to: sandbox.folder.appending(path: "suite/\(name)"))
      }
      // Samples that the distribution leaves out; one that the printer does not take ends the run.
      for (name, pages) in [("document-a4.pdf", 3), ("document-letter.pdf", 1), ("one.pdf", 1)] {
        try SampleDocuments.pdf(pages: pages)
          .write(to: sandbox.folder.appending(path: "suite/\(name)"))
      }
      for name in ["document-a4.ps", "document-letter.ps", "color.jpg", "gray.jpg"] {
        try sandbox.write("suite/\(name)", "not taken")
      }
      let outcome = try await PrintTool.run([
        "ipptool", "-I", "-t", "-f", sandbox.path("suite/one.pdf"), uri,
        sandbox.path("suite/ipp-\(version).test"),
      ])
      #expect(!outcome.text.contains("[FAIL]"), "\(outcome.text)")
      #expect(!outcome.text.contains("cannot be read"), "\(outcome.text)")
      let passed = outcome.text.matches(of: /\[PASS\]/).count
      #expect(passed >= (version == "1.1" ? 32 : 33), "\(outcome.text)")
    }
  }

  @Test("killed in the middle of a job, its log holds every sheet that came out")
  func logSurvives() async throws {
    try await with([]) { process, uri, sandbox in
      let bytes = SampleDocuments.pdf(pages: 200)
      let printer = Printer(try PrinterAddress(parsing: uri), seconds: 5)
      _ = try await printer.send(PrintDocument(pdf: { bytes }), JobTicket(name: "long"))
      for _ in 0..<500 where sandbox.text("sheets").split(separator: "\n").count < 3 {
        try await Task.sleep(for: .milliseconds(10))
      }
      process.signal(SIGKILL)
      while process.exitStatus == nil { try await Task.sleep(for: .milliseconds(5)) }
      let sheets = try SheetRecord.read(Data(sandbox.text("sheets").utf8))
      #expect((3..<200).contains(sheets.count))
      #expect(sheets.map(\.sheet) == Array(1...sheets.count))
    }
  }

  @Test("it takes commands over HTTP and reports itself in JSON")
  func control() async throws {
    try await with(["--tray", "tray-1 stock=CN1 sheets=5"]) { _, uri, sandbox in
      let control = "http" + uri.dropFirst(3).replacing("/ipp/print", with: "/control")
      try sandbox.write(
        "ask.py",
        """
        import sys, urllib.request as u, urllib.error
        data = sys.argv[2].encode() if len(sys.argv) > 2 else None
        try:
            print(u.urlopen(sys.argv[1], data).read().decode())
        except urllib.error.HTTPError as e:
            print(e.code, e.read().decode())

        """)
      func ask(_ words: String...) async throws -> String {
        try await PrintTool.run(["python3", sandbox.path("ask.py"), control] + words).text
      }
      #expect(try await ask("load tray=tray-1 sheets=9 stock=CN40\nstop").hasPrefix("ok"))
      let text = try await ask()
      let report = try JSONDecoder().decode(Machine.Report.self, from: Data(text.utf8))
      #expect(report.trays.map(\.stock) == ["CN40"])
      #expect(report.trays.map(\.sheets) == [9])
      #expect(report.reasons == ["paused"])
      let refused = try await ask("jump")
      #expect(refused.hasPrefix("400"))
      #expect(refused.contains("jump"))
    }
  }

  @Test("a fault that cannot be read, and a port in use, end it at once")
  func refusesStart() async throws {
    try await with([]) { _, uri, _ in
      let port = uri.split(separator: ":")[2].split(separator: "/")[0]
      let taken = try await PrintTool.run([Self.program, "--port", String(port)])
      #expect(taken.status == 1)
      #expect(taken.text.contains("cannot listen"))
    }
    let bad = try await PrintTool.run([Self.program, "--fault", "job=1 jam"])
    #expect(bad.status == 1)
    #expect(bad.text.contains("jam"))
    let log = try await PrintTool.run([Self.program, "--log", "/nowhere/sheets"])
    #expect(log.status == 1)
  }
}
