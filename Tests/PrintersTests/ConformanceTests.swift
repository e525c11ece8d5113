import Foundation
import Printers
import Support
import Testing

/// CUPS's own `ipptool` as a second witness of what was asked and what became of it.
@Suite("Conformance", .timeLimit(.minutes(1)))
struct ConformanceTests {
  @Test("ipptool reads the job as the ticket asked for it")
  func asksAsTicketSays() async throws {
    try await VirtualPrinterHarness.with { harness in
      let printer = try harness.printer()
      let bytes = SampleDocuments.pdf()
      let ticket = JobTicket(
        name: "serial 42", media: "iso_a4_210x297mm", sides: .twoSidedShortEdge, copies: 2,
        resolution: try await printer.status().resolutions.first)
      let job = try await printer.send(PrintDocument(pdf: { bytes }), ticket)
      for try await _ in printer.follow(job) {}
      try harness.sandbox.write("job.test", Self.jobTest(job.id, resolution: ticket.resolution))
      let outcome = try await PrintTool.run(
        ["ipptool", "-t", harness.uri, harness.sandbox.path("job.test")])
      #expect(outcome.text.contains("[PASS]"), "\(outcome.text)")
      #expect(!outcome.text.contains("[FAIL]"), "\(outcome.text)")
    }
  }

  @Test("the virtual printer itself passes CUPS's printer attribute test")
  func printerConforms() async throws {
    try await VirtualPrinterHarness.with { harness in
      let outcome = try await PrintTool.run(
        ["ipptool", "-t", harness.uri, "get-printer-attributes.test"])
      #expect(outcome.status == 0, "\(outcome.text)")
    }
  }

  /// What a job of the ticket above has to look like.
  private static func jobTest(_ id: Int, resolution: Int?) -> String {
    """
    {
      NAME "The job is as asked for"
      OPERATION Get-Job-Attributes
      GROUP operation-attributes-tag
      ATTR charset attributes-charset utf-8
      ATTR language attributes-natural-language en
      ATTR uri printer-uri $uri
      ATTR integer job-id \(id)
      ATTR name requesting-user-name checker
      STATUS successful-ok
      EXPECT job-name OF-TYPE name WITH-VALUE "serial 42"
      EXPECT job-originating-user-name OF-TYPE name WITH-VALUE "originpress"
      EXPECT media OF-TYPE keyword WITH-VALUE "iso_a4_210x297mm"
      EXPECT sides OF-TYPE keyword WITH-VALUE "two-sided-short-edge"
      EXPECT copies OF-TYPE integer WITH-VALUE 2
      EXPECT printer-resolution OF-TYPE resolution WITH-VALUE "\(resolution ?? 0)dpi"
      EXPECT job-state OF-TYPE enum WITH-VALUE 9
    }

    """
  }
}
