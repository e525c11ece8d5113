import Diagnostics
import Foundation
import Printers
import Support
import Testing
import VirtualPrinter

/// Operations that our own client does not use, asked for message by message (RFC 8011 section 4).
@Suite("Operations of the virtual printer", .timeLimit(.minutes(1)))
struct OperationTests {
  private static func request(
    _ operation: WireOperation, _ more: [WireAttribute] = [], job: [WireAttribute] = []
  ) -> WireMessage {
    let first = [
      WireAttribute("attributes-charset", .text(tag: WireTag.charset, "utf-8")),
      WireAttribute("attributes-natural-language", .text(tag: WireTag.naturalLanguage, "en")),
      WireAttribute("printer-uri", .uri("ipp://127.0.0.1/ipp/print")),
    ]
    let groups =
      [WireMessage.Group(WireTag.operation, first + more)]
      + (job.isEmpty ? [] : [WireMessage.Group(WireTag.job, job)])
    return WireMessage(version: 0x0200, code: operation.rawValue, requestID: 1, groups: groups)
  }

  private static func status(_ answer: WireMessage) -> WireStatus? {
    WireStatus(rawValue: answer.code)
  }

  private static func id(_ number: Int32) -> WireAttribute {
    WireAttribute("job-id", .integer(number))
  }

  @Test("a held job waits until it is released")
  func holds() async throws {
    try await FaultyPrinter.with { faulty in
      let machine = faulty.server.machine
      let hold = [WireAttribute("job-hold-until", .keyword("indefinite"))]
      let made = await machine.answer(
        Self.request(.printJob, job: hold), [UInt8](SampleDocuments.pdf()))
      #expect(made.attributes(WireTag.job).number("job-state") == 4)
      try await Task.sleep(for: .milliseconds(200))
      #expect(try faulty.sheets().isEmpty)
      let released = await machine.answer(Self.request(.releaseJob, [Self.id(1)]), [])
      #expect(Self.status(released) == .ok)
      #expect(try await faulty.wait { try faulty.sheets().count == 1 })
      #expect(try await faulty.wait { await machine.report().jobs[0].state == 9 })
      for late in [WireOperation.holdJob, .releaseJob, .cancelJob] {
        let answer = await machine.answer(Self.request(late, [Self.id(1)]), [])
        #expect(Self.status(answer) == .notPossible)
      }
    }
  }

  @Test("a paused printer takes jobs and prints them when it is resumed")
  func pauses() async throws {
    try await FaultyPrinter.with { faulty in
      let machine = faulty.server.machine
      _ = await machine.answer(Self.request(.pausePrinter), [])
      let job = try await faulty.send()
      let printer = try await faulty.printer()
      #expect(try await printer.status().state == .stopped)
      #expect(try await printer.status().stateReasons == ["paused"])
      try await Task.sleep(for: .milliseconds(100))
      #expect(try faulty.sheets().isEmpty)
      _ = await machine.answer(Self.request(.resumePrinter), [])
      #expect(try await faulty.follow(job).seen.last?.state == .completed)
    }
  }

  @Test("Get-Jobs respects its filters and gives what is asked for")
  func lists() async throws {
    try await FaultyPrinter.with { faulty in
      for name in ["a", "b", "c"] {
        _ = try await faulty.follow(try await faulty.send(JobTicket(name: name)))
      }
      func jobs(_ more: [WireAttribute]) async -> [[WireAttribute]] {
        let completed = WireAttribute("which-jobs", .keyword("completed"))
        return await faulty.server.machine.answer(Self.request(.getJobs, [completed] + more), [])
          .groups.dropFirst().map(\.attributes)
      }
      #expect(
        await jobs([]).map { $0.map(\.name) } == Array(repeating: ["job-id", "job-uri"], count: 3))
      #expect(await jobs([WireAttribute("limit", .integer(2))]).count == 2)
      let mine = [
        WireAttribute("my-jobs", .boolean(true)),
        WireAttribute("requesting-user-name", .name("somebody")),
      ]
      #expect(await jobs(mine).isEmpty)
      let wanted = WireAttribute("requested-attributes", .keyword("job-name"))
      #expect(await jobs([wanted]).map { $0.string("job-name") } == ["a", "b", "c"])
    }
  }

  @Test("what cannot be done as it stands is refused with fidelity, else named and left out")
  func fidelity() async throws {
    let machine = try Machine(MachineSettings())
    let wrong = [
      WireAttribute("media", .keyword("iso_a0_841x1189mm")),
      WireAttribute("sides", .keyword("one-sided")),
      WireAttribute("staple-it", .integer(1)),
    ]
    let strict = WireAttribute("ipp-attribute-fidelity", .boolean(true))
    for operation in [WireOperation.validateJob, .createJob, .printJob] {
      let refused = await machine.answer(Self.request(operation, [strict], job: wrong), [])
      #expect(Self.status(refused) == .attributesOrValues)
      #expect(refused.attributes(WireTag.unsupported).map(\.name) == ["media", "staple-it"])
    }
    #expect(await machine.report().jobs.isEmpty)
    let mild = await machine.answer(Self.request(.validateJob, job: wrong), [])
    #expect(Self.status(mild) == .okIgnored)
  }

  @Test("a document without pages is aborted and nothing comes out")
  func noPages() async throws {
    try await FaultyPrinter.with { faulty in
      let bytes = Data("%PDF-1.4\nnothing".utf8)
      let printer = try await faulty.printer()
      let job = try await printer.send(PrintDocument(pdf: { bytes }), JobTicket(name: "empty"))
      let (seen, _) = try await faulty.follow(job)
      #expect(seen.last?.state == .aborted)
      #expect(seen.last?.reasons == ["document-format-error"])
      #expect(try faulty.sheets().isEmpty)
    }
  }

  @Test("our client's choices arrive: raster, tray and copies; wrong ones never leave")
  func tickets() async throws {
    try await FaultyPrinter.with(trays: ["tray-1", "tray-2 stock=CN1"]) { faulty in
      let page = SampleDocuments.raster(dotsPerInch: 100)
      let raster = PrintDocument(pdf: nil, raster: { _ in page })
      let ticket = JobTicket(
        name: "raster", media: "iso_a4_210x297mm", source: "tray-2", copies: 2)
      let job = try await faulty.printer().send(raster, ticket)
      #expect(try await faulty.follow(job).seen.last?.impressionsCompleted == 2)
      #expect(try faulty.sheets().map(\.stock) == ["CN1", "CN2"])
      for wrong in [
        JobTicket(name: "x", media: "iso_a3_297x420mm"), JobTicket(name: "x", source: "tray-9"),
        JobTicket(name: "x", resolution: 1200), JobTicket(name: "x", copies: 100),
      ] {
        await #expect(throws: Refusal.self) { try await faulty.send(wrong) }
      }
      #expect(await faulty.server.machine.report().jobs.count == 1)
    }
  }

  @Test("commands that mean nothing are refused with a hint")
  func commands() async throws {
    let machine = try Machine(MachineSettings())
    for text in [
      "", "clear", "claer", "feed tray=tray-1", "load tray=tray-7", "fault job=1", "stop now=yes",
    ] {
      await #expect(throws: Refusal.self, "\(text)") { try await machine.command(text) }
    }
    try await machine.command("fault job=1 silent=yes")
    try await machine.command("faults-end")
    try await machine.command("stop")
    #expect(await machine.report().reasons == ["paused"])
  }
}
