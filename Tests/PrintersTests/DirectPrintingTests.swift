import Diagnostics
import Foundation
import Printers
import Support
import Testing

/// Straight to a real `ippeveprinter`, no queue between.
@Suite("Direct printing", .timeLimit(.minutes(1)))
struct DirectPrintingTests {
  private let pdf = SampleDocuments.pdf()

  private func document(_ pdf: Data? = nil) -> PrintDocument {
    let bytes = pdf ?? self.pdf
    return PrintDocument(
      pdf: { bytes }, raster: { SampleDocuments.raster(dotsPerInch: $0.resolution) })
  }

  private func states(
    _ progress: AsyncThrowingStream<JobStatus, any Error>
  ) async throws -> [JobStatus] {
    var list: [JobStatus] = []
    for try await status in progress { list.append(status) }
    return list
  }

  @Test("a PDF arrives byte for byte, and the job ends as completed")
  func printsPDF() async throws {
    try await VirtualPrinterHarness.with(pages: 2) { harness in
      let printer = try harness.printer()
      let ticket = JobTicket(
        name: "sheet 1", media: "iso_a4_210x297mm", sides: .twoSidedLongEdge)
      let job = try await printer.send(document(), ticket)
      #expect(job.format == .pdf)
      let last = try #require(try await states(printer.follow(job)).last)
      #expect(last.state == .completed)
      #expect(last.reasons == ["job-completed-successfully"])
      #expect(last.impressionsCompleted == 2)
      #expect(last.impressions == 2)
      #expect(try harness.spooled() == [pdf])
      #expect(harness.sheets == 2)
    }
  }

  @Test("a printer without PDF gets PWG raster of the kind it asks for, byte for byte")
  func printsRaster() async throws {
    try await VirtualPrinterHarness.with(formats: ["image/pwg-raster"]) { harness in
      let printer = try harness.printer()
      let status = try await printer.status()
      #expect(status.formats.contains("application/pdf") == false)
      let job = try await printer.send(document(), JobTicket(name: "raster"))
      #expect(job.format == .pwgRaster)
      #expect(try await states(printer.follow(job)).last?.state == .completed)
      let resolution = try #require(status.rasterResolutions.min { abs($0 - 600) < abs($1 - 600) })
      #expect(try harness.spooled() == [SampleDocuments.raster(dotsPerInch: resolution)])
    }
  }

  @Test("status tells state, media, formats, sides, resolutions and up-time")
  func tellsStatus() async throws {
    try await VirtualPrinterHarness.with { harness in
      let status = try await harness.printer().status()
      #expect(status.state == .idle)
      #expect(status.isAcceptingJobs)
      #expect(status.stateReasons.isEmpty)
      #expect(status.formats.contains("application/pdf"))
      #expect(status.formats.contains("image/pwg-raster"))
      #expect(status.mediaSupported.contains("iso_a4_210x297mm"))
      #expect(!status.mediaReady.isEmpty)
      #expect(status.sides.contains("two-sided-long-edge"))
      #expect(!status.resolutions.isEmpty)
      #expect(!status.rasterTypes.isEmpty)
      #expect((status.upTime ?? -1) >= 0)
    }
  }

  @Test("a jam is seen while it lasts, and the job goes on after it")
  func seesJam() async throws {
    try await VirtualPrinterHarness.with(pages: 2, fault: "jam 1 1") { harness in
      let printer = try harness.printer()
      let job = try await printer.send(document(), JobTicket(name: "jam"))
      let list = try await states(printer.follow(job, every: .milliseconds(50)))
      #expect(list.contains { $0.printerReasons.contains { $0.hasPrefix("media-jam") } })
      #expect(list.last?.state == .completed)
      #expect(list.last?.printerReasons == [])
    }
  }

  @Test("an abort at the printer is told as aborted, with the sheets counted")
  func seesAbort() async throws {
    try await VirtualPrinterHarness.with(pages: 3, fault: "abort 2") { harness in
      let printer = try harness.printer()
      let job = try await printer.send(document(), JobTicket(name: "abort"))
      let last = try #require(try await states(printer.follow(job)).last)
      #expect(last.state == .aborted)
      #expect(last.reasons.contains("aborted-by-system"))
      #expect(last.impressionsCompleted == 1)
    }
  }

  @Test("cancel ends the job as canceled")
  func cancels() async throws {
    try await VirtualPrinterHarness.with(pages: 6) { harness in
      let printer = try harness.printer()
      let job = try await printer.send(document(), JobTicket(name: "cancel"))
      var last: JobStatus?
      for try await status in printer.follow(job, every: .milliseconds(50)) {
        if status.state == .processing, last?.state != .processing { try await printer.cancel(job) }
        last = status
      }
      #expect(last?.state == .canceled)
    }
  }

  @Test("a job at its end cannot be cancelled, which is an error of the printer")
  func cancelsTooLate() async throws {
    try await VirtualPrinterHarness.with { harness in
      let printer = try harness.printer()
      let job = try await printer.send(document(), JobTicket(name: "late"))
      _ = try await states(printer.follow(job))
      let error = await #expect(throws: PrinterError.self) { try await printer.cancel(job) }
      #expect(error?.code == .refused)
    }
  }

  @Test("a printer that is off is a clear error and nothing is said to be sent")
  func findsPrinterOff() async throws {
    try await VirtualPrinterHarness.with { harness in
      let printer = try harness.printer()
      try await harness.switchOff()
      let error = await #expect(throws: PrinterError.self) {
        try await printer.send(document(), JobTicket(name: "off"))
      }
      #expect(error?.code == .unreachable)
      #expect(error?.isOutcomeUnknown == false)
      #expect(error?.description.contains("is the printer on") == true)
    }
  }

  @Test("a printer switched off in mid job is an error, never an end of the job")
  func losesPrinter() async throws {
    try await VirtualPrinterHarness.with(pages: 30) { harness in
      let printer = try harness.printer()
      let job = try await printer.send(document(), JobTicket(name: "lost"))
      await #expect(throws: PrinterError.self) {
        for try await status in printer.follow(job, every: .milliseconds(50)) {
          #expect(!status.state.isFinal)
          try await harness.switchOff()
        }
      }
    }
  }

  @Test("a power cycle in mid job is told as such, though the job's number is in use again")
  func seesPowerCycle() async throws {
    try await VirtualPrinterHarness.with(pages: 30) { harness in
      let printer = try harness.printer()
      try await Task.sleep(for: .seconds(2))  // an up-time the new start cannot reach at once
      let job = try await printer.send(document(), JobTicket(name: "first"))
      try await harness.powerCycle {
        let again = try harness.printer()
        let other = try await again.send(document(), JobTicket(name: "second"))
        #expect(other.id == job.id)
        let error = await #expect(throws: PrinterError.self) {
          for try await _ in again.follow(job) {}
        }
        let code = try #require(error?.code)
        #expect(code == .restarted || code == .jobForgotten)
        #expect(error?.isOutcomeUnknown == true)
      }
    }
  }

  @Test("a job the printer does not know is told as forgotten")
  func missesJob() async throws {
    try await VirtualPrinterHarness.with { harness in
      let printer = try harness.printer()
      let job = JobHandle(
        printer: printer.address, id: 4711, name: "x", uuid: nil, upTime: nil, format: .pdf)
      let error = await #expect(throws: PrinterError.self) {
        for try await _ in printer.follow(job) {}
      }
      #expect(error?.code == .jobForgotten)
    }
  }

  @Test("what the printer does not support is refused, all at once, before a job exists")
  func refusesBeforeSending() async throws {
    try await VirtualPrinterHarness.with(isDuplex: false) { harness in
      let printer = try harness.printer()
      let ticket = JobTicket(
        name: "wrong", media: "iso_a0_841x1189mm", source: "tray-99", sides: .twoSidedLongEdge,
        copies: 100_000, resolution: 77)
      let refusal = await #expect(throws: Refusal.self) {
        try await printer.send(document(), ticket)
      }
      let attributes = refusal?.diagnostics.map(\.place.path) ?? []
      #expect(
        attributes == ["media", "media-source", "sides", "copies", "printer-resolution"])
      #expect(refusal?.description.contains("supported: one-sided") == true)
      #expect(try await printer.jobs("completed").isEmpty)
      #expect(try await printer.jobs().isEmpty)
    }
  }

  @Test("a form of document the printer does not take is refused with the forms it takes")
  func refusesFormat() async throws {
    try await VirtualPrinterHarness.with(formats: ["image/pwg-raster"]) { harness in
      let bytes = pdf
      let refusal = await #expect(throws: Refusal.self) {
        try await harness.printer().send(
          PrintDocument(pdf: { bytes }), JobTicket(name: "pdf"))
      }
      #expect(refusal?.diagnostics.map(\.place.path) == ["document-format"])
      #expect(refusal?.description.contains("image/pwg-raster") == true)
    }
  }

  @Test("a path that is no printer is an error that says so")
  func findsNoPrinter() async throws {
    try await VirtualPrinterHarness.with { harness in
      let wrong = harness.uri.replacing("/ipp/print", with: "/nothing/here")
      let printer = Printer(try PrinterAddress(parsing: wrong))
      let error = await #expect(throws: PrinterError.self) { try await printer.status() }
      #expect(error?.code == .notFound || error?.code == .refused)
    }
  }
}
