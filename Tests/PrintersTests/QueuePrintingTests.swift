import Diagnostics
import Foundation
import Printers
import Support
import Testing

/// Through a real `cupsd` to a real `ippeveprinter`.
@Suite("Printing through a CUPS queue", .timeLimit(.minutes(1)))
struct QueuePrintingTests {
  private let pdf = SampleDocuments.pdf(pages: 2)

  private var document: PrintDocument {
    let bytes = pdf
    return PrintDocument(pdf: { bytes })
  }

  @Test("queues are listed with the default marked, and a server without queues has none")
  func lists() async throws {
    try await PrivateCUPS.with { cups in
      #expect(try await Printer.list(on: cups.server).isEmpty)
      try await VirtualPrinterHarness.with { harness in
        try await cups.addQueue("counter", for: harness.uri)
        try await cups.addQueue("archive", for: harness.uri)
        let outcome = try await cups.run("lpadmin", "-d", "counter")
        #expect(outcome.status == 0)
        let list = try await Printer.list(on: cups.server)
        #expect(list.map(\.name) == ["archive", "counter"])
        #expect(list.map(\.isDefault) == [false, true])
        #expect(list.allSatisfy { $0.status.isAcceptingJobs })
      }
    }
  }

  @Test("a PDF goes through a driverless queue to the printer and the job completes")
  func printsPDF() async throws {
    try await VirtualPrinterHarness.with(pages: 2) { harness in
      try await PrivateCUPS.with { cups in
        try await cups.addQueue("counter", for: harness.uri)
        let printer = Printer(.queue("counter", cups.server))
        let ticket = JobTicket(
          name: "queue", media: "iso_a4_210x297mm", sides: .twoSidedLongEdge)
        let job = try await printer.send(document, ticket)
        #expect(job.printer.isQueue)
        var last: JobStatus?
        for try await status in printer.follow(job) { last = status }
        #expect(last?.state == .completed, "\(cups.log.suffix(2000))")
        #expect(harness.sheets == 2)
        let spooled = try #require(try harness.spooled().first)
        #expect(spooled.starts(with: Data("%PDF".utf8)))
      }
    }
  }

  @Test("PWG raster goes through a queue that takes it")
  func printsRaster() async throws {
    try await VirtualPrinterHarness.with(formats: ["image/pwg-raster"]) { harness in
      try await PrivateCUPS.with { cups in
        try await cups.addQueue("raster", for: harness.uri)
        let printer = Printer(.queue("raster", cups.server))
        let page = SampleDocuments.raster()
        let raster = PrintDocument(pdf: nil, raster: { _ in page })
        let job = try await printer.send(raster, JobTicket(name: "raster"))
        var last: JobStatus?
        for try await status in printer.follow(job) { last = status }
        #expect(last?.state == .completed, "\(cups.log.suffix(3000))")
        #expect(try harness.spooled().first?.starts(with: Data("RaS2".utf8)) == true)
      }
    }
  }

  @Test("a queue nobody made is an error that says so")
  func missesQueue() async throws {
    try await PrivateCUPS.with { cups in
      let printer = Printer(.queue("nobody", cups.server))
      let error = await #expect(throws: PrinterError.self) { try await printer.status() }
      #expect(error?.code == .notFound)
    }
  }

  @Test("a queue that rejects jobs is an error before anything is sent")
  func respectsReject() async throws {
    try await VirtualPrinterHarness.with { harness in
      try await PrivateCUPS.with { cups in
        try await cups.addQueue("counter", for: harness.uri)
        _ = try await cups.run("cupsreject", "counter")
        let printer = Printer(.queue("counter", cups.server))
        let error = await #expect(throws: PrinterError.self) {
          try await printer.send(document, JobTicket(name: "rejected"))
        }
        #expect(error?.code == .notAccepting)
      }
    }
  }

  @Test("media and sides the queue does not have are refused before sending")
  func refuses() async throws {
    try await VirtualPrinterHarness.with(isDuplex: false) { harness in
      try await PrivateCUPS.with { cups in
        try await cups.addQueue("counter", for: harness.uri)
        let printer = Printer(.queue("counter", cups.server))
        let ticket = JobTicket(
          name: "wrong", media: "iso_a0_841x1189mm", sides: .twoSidedLongEdge)
        let refusal = await #expect(throws: Refusal.self) {
          try await printer.send(document, ticket)
        }
        #expect(refusal?.diagnostics.map(\.place.path) == ["media", "sides"])
        #expect(harness.sheets == 0)
      }
    }
  }

  @Test("cancel takes a job out of a queue that stands still")
  func cancels() async throws {
    try await VirtualPrinterHarness.with { harness in
      try await PrivateCUPS.with { cups in
        try await cups.addQueue("counter", for: harness.uri)
        _ = try await cups.run("cupsdisable", "counter")
        let printer = Printer(.queue("counter", cups.server))
        let job = try await printer.send(document, JobTicket(name: "cancel"))
        #expect(try await printer.status().state == .stopped)
        try await printer.cancel(job)
        var last: JobStatus?
        for try await status in printer.follow(job) { last = status }
        #expect(last?.state == .canceled)
        #expect(harness.sheets == 0)
      }
    }
  }
}
