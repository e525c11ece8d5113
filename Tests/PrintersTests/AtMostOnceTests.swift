import Foundation
import Printers
import Support
import Testing

/// Nothing is sent twice, whatever happens on the line.
@Suite("At most once", .timeLimit(.minutes(1)))
struct AtMostOnceTests {
  @Test(
    "a line cut before the answer is no reason to send again",
    arguments: [IPPOperation.createJob, .sendDocument])
  func sendsOnce(operation: IPPOperation) async throws {
    try await VirtualPrinterHarness.with { harness in
      let real = try #require(Int(harness.uri.split(separator: "/")[1].split(separator: ":")[1]))
      let proxy = try CuttingProxy(to: real, cutting: UInt8(operation.rawValue))
      defer { proxy.close() }
      let printer = Printer(
        try PrinterAddress(parsing: "ipp://127.0.0.1:\(proxy.port)/ipp/print"), seconds: 3)
      let bytes = SampleDocuments.pdf()
      let error = await #expect(throws: PrinterError.self) {
        try await printer.send(PrintDocument(pdf: { bytes }), JobTicket(name: "once"))
      }
      let hasSent = operation == .sendDocument
      #expect(error?.code == (hasSent ? .noAnswer : .connectionLost))
      #expect(error?.isOutcomeUnknown == hasSent)
      try await Task.sleep(for: .milliseconds(500))
      #expect(proxy.seen == 1)
      #expect(harness.sheets == (hasSent ? 1 : 0))
    }
  }

  @Test("a printer that never answers ends in an error after the time allowed")
  func timesOut() async throws {
    let server = try SilentServer()
    defer { server.close() }
    let printer = Printer(
      try PrinterAddress(parsing: "ipp://127.0.0.1:\(server.port)/ipp/print"), seconds: 1)
    let clock = ContinuousClock()
    let start = clock.now
    let error = await #expect(throws: PrinterError.self) { try await printer.status() }
    #expect(error?.code == .connectionLost)
    #expect(clock.now - start < .seconds(10))
  }
}
