import Devices
import Diagnostics
import Foundation
import Printers
import Support
import Testing

@Suite("Demo printer", .timeLimit(.minutes(1)))
struct DemoPrinterTests {
  @Test("it takes a job into its spool folder, and is gone after stop")
  func prints() async throws {
    let sandbox = try PrintSandbox()
    defer { withExtendedLifetime(sandbox) {} }
    let spool = sandbox.folder.appending(path: "spool")
    let demo = try await DemoPrinter(spool: spool, log: sandbox.folder.appending(path: "log"))
    let printer = Printer(try PrinterAddress(parsing: demo.uri))
    let bytes = SampleDocuments.pdf()
    let job = try await printer.send(PrintDocument(pdf: { bytes }), JobTicket(name: "demo"))
    var last: JobStatus?
    for try await status in printer.follow(job) { last = status }
    #expect(last?.state == .completed)
    await demo.stop()
    let names = try FileManager.default.contentsOfDirectory(atPath: spool.path())
    #expect(names == ["1-demo.pdf"])
    #expect(try Data(contentsOf: spool.appending(path: "1-demo.pdf")) == bytes)
    await #expect(throws: PrinterError.self) { try await printer.status() }
  }

  @Test("a printer that cannot start says why")
  func cannotStart() async throws {
    let sandbox = try PrintSandbox()
    try sandbox.write("file", "in the way")
    let error = await #expect(throws: PrinterError.self) {
      try await DemoPrinter(
        spool: sandbox.folder.appending(path: "file/spool"),
        log: sandbox.folder.appending(path: "log"))
    }
    #expect(error?.code == .programFailed)
  }

  @Test("the repository's profiles load from their folder, and a missing folder is refused")
  func loadsProfiles() throws {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let catalogue = try ProfileFolder.read(root.appending(path: "printers"))
    #expect(catalogue.profiles.contains { $0.name == DeviceCatalogue.defaultName })
    #expect(throws: Refusal.self) { try ProfileFolder.read(root.appending(path: "no-printers")) }
  }
}
