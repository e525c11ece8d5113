import Devices
import Diagnostics
import Foundation
import Printers
import Support
import Testing
import VirtualPrinter

/// CUPS made at-most-once: what made it print twice does so no more (findings F5, F7, F9, F10, F13).
@Suite("CUPS queues that print at most once", .serialized, .timeLimit(.minutes(3)))
struct OnceQueueTests {
  private static func send(_ printer: Printer) async throws -> JobHandle {
    let bytes = SampleDocuments.pdf()
    return try await printer.send(PrintDocument(pdf: { bytes }), JobTicket(name: "serial"))
  }

  /// Waits for what CUPS says at the job's end, then for what a second run would bring.
  private static func settle(_ printer: Printer, _ job: JobHandle) async throws -> JobTrace {
    let trace = await printer.trace(job, every: .milliseconds(50), within: .seconds(20))
    try await Task.sleep(for: .seconds(2))
    return trace
  }

  private static func entry(_ press: CUPSPress, _ job: JobHandle) throws -> OnceJournal.Entry? {
    try press.journal.entry(for: try #require(job.uuid))
  }

  private static func isOnce(_ sheets: [String]) -> Bool { Set(sheets).count == sheets.count }

  @Test("a good job prints, and the journal says so")
  func prints() async throws {
    try await PrivateCUPS.with { cups in
      let press = try CUPSPress(cups)
      let printer = try await press.addQueue("q")
      let job = try await Self.send(printer)
      let trace = await printer.trace(job, every: .milliseconds(50))
      #expect(trace.finalState == .completed, "\(cups.log.suffix(2000))")
      #expect(press.sheets.count == 3)
      let entry = try #require(try Self.entry(press, job))
      #expect(entry.status == 0)
      #expect(entry.queue == "q")
      #expect(entry.job == job.id)
      #expect(abs(entry.started.timeIntervalSinceNow) < 60)
      let unknown = "00000000-0000-0000-0000-000000000000"
      #expect(try press.journal.entry(for: unknown) == nil)
      #expect(throws: PrinterError.self) { try press.journal.entry(for: "../log") }
    }
  }

  @Test("F5: a queue stopped in the middle and started again repeats no sheet")
  func stopped() async throws {
    try await PrivateCUPS.with { cups in
      let press = try CUPSPress(cups)
      let printer = try await press.addQueue("q")
      let job = try await Self.send(printer)
      try await press.wait(forSheets: 1)
      _ = try await cups.run("cupsdisable", "q")
      try await Task.sleep(for: .seconds(2))
      _ = try await cups.run("cupsenable", "q")
      let trace = try await Self.settle(printer, job)
      #expect(trace.finalState == .canceled)
      #expect(Self.isOnce(press.sheets), "\(press.sheets)")
      #expect(!press.sheets.isEmpty)
      #expect(try Self.entry(press, job)?.status != 0)
    }
  }

  @Test("F7: a scheduler that was killed reprints no sheet of a job it finds again")
  func crashed() async throws {
    try await PrivateCUPS.with { cups in
      let press = try CUPSPress(cups)
      let printer = try await press.addQueue("q")
      let job = try await Self.send(printer)
      try await press.wait(forSheets: 1)
      try await cups.crash()
      let trace = try await Self.settle(printer, job)
      #expect(trace.finalState != .completed)
      #expect(Self.isOnce(press.sheets), "\(press.sheets)")
      #expect(!press.sheets.isEmpty)
      #expect(try Self.entry(press, job) != nil)
    }
  }

  @Test("F9: a backend that was killed is no success")
  func backendKilled() async throws {
    try await PrivateCUPS.with { cups in
      let press = try CUPSPress(cups)
      let printer = try await press.addQueue("q")
      let job = try await Self.send(printer)
      try await press.wait(forSheets: 1)
      try press.killBackend()
      let trace = try await Self.settle(printer, job)
      #expect(trace.finalState == .canceled)
      #expect(Self.isOnce(press.sheets) && press.sheets.count < 3, "\(press.sheets)")
      #expect(try Self.entry(press, job)?.status == 128 + 9)
    }
  }

  @Test("a guard that was killed leaves the end unknown, whatever CUPS says")
  func guardKilled() async throws {
    try await PrivateCUPS.with { cups in
      let press = try CUPSPress(cups)
      let printer = try await press.addQueue("q")
      let job = try await Self.send(printer)
      try await press.wait(forSheets: 1)
      try press.killGuard()
      _ = try await Self.settle(printer, job)
      #expect(Self.isOnce(press.sheets), "\(press.sheets)")
      let entry = try #require(try Self.entry(press, job))
      #expect(entry.status == nil)
    }
  }

  @Test("the guard runs a job once, and none that it cannot tell from others")
  func script() async throws {
    let sandbox = try PrintSandbox()
    try sandbox.makeFolder("backend")
    try sandbox.write("backend/sim", "#!/bin/sh\necho \"$DEVICE_URI $1\" >&2\ncat\n", mode: 0o755)
    let backends = sandbox.folder.appending(path: "backend")
    // A quote in the folder's name must not end the script's own quotes.
    let journal = sandbox.folder.appending(path: "jour'nal")
    try OnceBackend.install(in: backends, journal: journal, user: NSUserName())
    let uuid = UUID().uuidString.lowercased()
    func run(_ uri: String, _ options: String) async throws -> ToolRun {
      try await PrintTool.run(
        [sandbox.path("backend/once"), "7", "user", "title", "1", options],
        environment: [
          "DEVICE_URI": uri, "CUPS_SERVERBIN": sandbox.path(""), "PRINTER": "q",
        ])
    }
    let list = try await PrintTool.run([sandbox.path("backend/once")])
    #expect(list.status == 0 && list.text.hasPrefix("direct once "))
    let options = "sides=one-sided job-uuid=urn:uuid:\(uuid) copies=1"
    let first = try await run("once:/sim:/x", options)
    #expect(first.status == 0 && first.text == "sim:/x 7\n", "\(first.text)")
    #expect(try OnceJournal(journal).entry(for: uuid)?.status == 0)
    let second = try await run("once:/sim:/x", options)
    #expect(second.status == 5 && !second.text.contains("sim:/x"), "\(second.text)")
    for (uri, options) in [
      ("once:/sim:/x", "sides=one-sided"), ("once:/sim:/x", "job-uuid=urn:uuid:../x"),
      ("once:/", "job-uuid=urn:uuid:\(UUID().uuidString)"),
      ("once:/once:/sim:/x", "job-uuid=urn:uuid:\(UUID().uuidString)"),
      ("once:/../sim:/x", "job-uuid=urn:uuid:\(UUID().uuidString)"),
    ] {
      let refused = try await run(uri, options)
      #expect(refused.status == 5, "\(uri) \(options): \(refused.text)")
      #expect(refused.text.hasPrefix("ERROR:"), "\(refused.text)")
    }
  }

  @Test(
    "F10: a failure is not tried again under any error policy",
    arguments: ["abort-job", "retry-current-job", "retry-job", "stop-printer"])
  func failed(policy: String) async throws {
    try await PrivateCUPS.with { cups in
      let press = try CUPSPress(cups)
      let printer = try await press.addQueue("q", policy: policy)
      try press.fail(beforeSheet: 2)
      let job = try await Self.send(printer)
      let trace = try await Self.settle(printer, job)
      #expect(trace.finalState == .canceled)
      _ = try await cups.run("cupsenable", "q")
      try await Task.sleep(for: .seconds(1))
      #expect(press.sheets == ["\(job.id) 1"])
      #expect(try Self.entry(press, job)?.status == 1)
    }
  }

  @Test("F13: a job asked for again with its file kept prints no more")
  func restarted() async throws {
    try await PrivateCUPS.with(keepingFiles: true) { cups in
      let press = try CUPSPress(cups)
      let printer = try await press.addQueue("q")
      let job = try await Self.send(printer)
      #expect(await printer.trace(job, every: .milliseconds(50)).finalState == .completed)
      let outcome = try await cups.run("lp", "-i", "q-\(job.id)", "-H", "restart")
      #expect(outcome.status == 0, "\(outcome.text)")
      _ = try await Self.settle(printer, job)
      #expect(press.sheets.count == 3, "\(press.sheets)")
    }
  }

  @Test("without the guard the same faults do print twice: the tests above can fail")
  func unguarded() async throws {
    try await PrivateCUPS.with { cups in
      let press = try CUPSPress(cups)
      let printer = try await press.addQueue("q", policy: "retry-current-job", isGuarded: false)
      try press.fail(beforeSheet: 2)
      _ = try await Self.send(printer)
      try await press.wait(forSheets: 2)
      #expect(!Self.isOnce(press.sheets), "\(press.sheets)")
      _ = try await cups.run("cupsdisable", "q")
    }
  }

  @Test("a queue is made with guard, policy and profile, and prints to the real printer")
  func adds() async throws {
    try await FaultyPrinter.with { faulty in
      try await PrivateCUPS.with { cups in
        let press = try CUPSPress(cups)
        let address = try PrinterAddress(parsing: await faulty.server.uri)
        let queue = try OnceQueue("counter", for: address, on: cups.server)
        #expect(try await queue.add(profile: Self.profile("generic-ipp-everywhere")).isEmpty)
        let printer = Printer(.queue("counter", cups.server))
        let attributes = try await printer.status().attributes
        #expect(attributes.string("device-uri") == "once:/\(address.uri)")
        #expect(attributes.string("printer-error-policy") == "abort-job")
        #expect(attributes.flag("printer-is-shared") == false)
        let job = try await Self.send(printer)
        let trace = await printer.trace(job, every: .milliseconds(50))
        #expect(trace.finalState == .completed, "\(cups.log.suffix(3000))")
        #expect(try faulty.sheets().map(\.condition) == [.good])
        #expect(try Self.entry(press, job)?.status == 0)
      }
    }
  }

  @Test("a raw queue hands a printer's own language on as it is, also behind a stall, once")
  func addsRaw() async throws {
    let fault = try Fault(parsing: "job=2 stall-at=900 clear=1.5")
    try await FaultyPrinter.with { settings in
      settings.rawPort = 0
      settings.documents = settings.log?.deletingLastPathComponent()
      settings.faults = [fault]
    } _: { faulty in
      try await PrivateCUPS.with { cups in
        let press = try CUPSPress(cups)
        let port = try #require(faulty.server.rawPort)
        let queue = try OnceQueue(
          "lq", for: try PrinterAddress(parsing: "socket://127.0.0.1:\(port)"), on: cups.server)
        // That the printer is there is seen by a connection without a byte: the first job.
        #expect(try await queue.add(profile: Self.profile("generic-24pin")).isEmpty)
        let bytes = Data([0x1B, 0x40] + [UInt8](repeating: 0x42, count: 2000) + [0x0D, 0x0C])
        let printer = Printer(.queue("lq", cups.server))
        let job = try await printer.send(PrintDocument(raw: bytes), JobTicket(name: "raw"))
        let trace = await printer.trace(job, every: .milliseconds(50))
        #expect(trace.finalState == .completed, "\(cups.log.suffix(3000))")
        #expect(try await faulty.wait { try faulty.sheets().count == 1 })
        let sheet = try #require(try faulty.sheets().first)
        #expect(
          try Data(contentsOf: faulty.sandbox.folder.appending(path: sheet.sha256)) == bytes)
        #expect(try Self.entry(press, job)?.status == 0)
      }
    }
  }

  @Test("a printer unlike its profile, a missing guard and a wrong name make no queue")
  func refusesQueue() async throws {
    try await FaultyPrinter.with(change: { $0.isDuplex = false }) { faulty in
      try await PrivateCUPS.with { cups in
        let address = try PrinterAddress(parsing: await faulty.server.uri)
        let queue = try OnceQueue("counter", for: address, on: cups.server)
        let refusal = await #expect(throws: Refusal.self) {
          try await queue.add(profile: Self.profile("generic-ipp-everywhere"))
        }
        #expect(refusal?.diagnostics.map(\.place.path) == ["duplex"])
        // Nobody installed the backend here.
        let error = await #expect(throws: PrinterError.self) {
          try await queue.add(profile: Self.profile("mono-laser"))
        }
        #expect(error?.code == .programFailed)
        #expect(try await Printer.list(on: cups.server).isEmpty)
        #expect(throws: Refusal.self) {
          try OnceQueue("a/b", for: address, on: cups.server)
        }
        #expect(throws: Refusal.self) {
          try OnceQueue("a", for: .queue("b", cups.server), on: cups.server)
        }
      }
    }
  }

  private static func profile(_ name: String) throws -> DeviceProfile {
    try ProfileFolder.read(Repository.root.appending(path: "printers")).profile(named: name)
  }
}
