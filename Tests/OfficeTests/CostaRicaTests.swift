import Devices
import Diagnostics
import EscpOutput
import Foundation
import Measures
import Office
import PrintDesk
import Printers
import Support
import Synchronization
import Testing
import VirtualPrinter

/// The special form for Costa Rica: pins, numbered stock, and a printer that says nothing (S2-131,
/// dotmatrix.md §5).
@Suite(.timeLimit(.minutes(3)))
struct CostaRicaTests {
  private static let first = number(1)

  /// The number of the n-th form.
  private static func number(_ place: Int) -> String {
    "CR\(String(10_001_000 + place).dropFirst())"
  }

  /// Runs a test at a desk whose printer hangs on a raw connection, with twenty forms in one strip.
  private func with<Result>(
    faults: String..., tray: String = "tractor", body: (PrintingDesk) async throws -> Result
  ) async throws -> Result {
    try await PrintingDesk.with(
      trays: ["\(tray) stock=\(Self.first)"], profile: "generic-24pin",
      change: {
        $0.rawPort = 0
        $0.documents = $0.log?.deletingLastPathComponent()
      },
      { desk in
        for fault in faults { try await desk.faulty.server.machine.command("fault \(fault)") }
        let port = try #require(desk.faulty.server.rawPort)
        try await desk.keepPrinter(address: "socket://127.0.0.1:\(port)")
        let keeping = StockKeeping(desk.place.office())
        let range = try StockRange(series: "L", first: Self.first, last: Self.number(20))
        try await keeping.receive(range, by: PrintingDesk.clerk)
        try await keeping.load(
          range, into: PrintDesk.Tray(printer: PrintingDesk.printer, name: tray),
          by: PrintingDesk.clerk)
        return try await body(desk)
      })
  }

  @discardableResult
  private func released(_ desk: PrintingDesk, seed: Int = 0, items: Int = 1) async throws -> Output
  {
    try await desk.released("L", to: "CR", seed: seed, items: items)
  }

  private func expectRefused(
    _ key: String, location: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
  ) async {
    do {
      try await body()
      Issue.record("nothing speaks against it", sourceLocation: location)
    } catch {
      #expect(keys(of: error) == [key], "\(error)", sourceLocation: location)
    }
  }

  /// What the printer got with its jobs, in order.
  private func documents(_ desk: PrintingDesk) throws -> [[UInt8]] {
    try desk.faulty.sheets().map { sheet in
      [UInt8](try Data(contentsOf: desk.faulty.sandbox.folder.appending(path: sheet.sha256)))
    }
  }

  @Test func `S2-131: the form's number is said before and after, and the printer says nothing`()
    async throws
  {
    try await with { desk in
      let output = try await released(desk)
      #expect(output.device == "generic-24pin")
      await expectRefused("office.needs-top") { try await desk.print(output.id) }
      await expectRefused("stock.other-on-top") {
        try await desk.print(output.id, top: Self.number(2))
      }
      #expect(try await desk.run(output.id).passes.allSatisfy { $0.burn == nil })

      let run = try await desk.print(output.id, top: Self.first)
      #expect(run.output.state == .printing && run.sheets.map(\.state) == [.printed])
      #expect(run.passes.map(\.evidence) == [.silent])
      #expect(run.sheets[0].stock?.text == Self.first)

      // Until somebody looked nobody knows which form lies in the printer.
      let other = try await released(desk, seed: 1)
      await expectRefused("office.doubt-at-printer") {
        try await desk.print(other.id, top: Self.number(2))
      }
      for (typed, key) in [
        (String(output.serial.suffix(4)), "desk.typed-other"), (Self.number(2), "desk.typed-other"),
        ("01", "desk.type-number"),
      ] {
        await expectRefused(key) { try await desk.confirm(output.id, typed: typed) }
      }
      #expect(try await desk.confirm(output.id, typed: "cr 0001001").output.state == .issued)
      #expect(try await desk.stock(Self.first).state == .used)
      try await desk.print(other.id, top: Self.number(2))
      try await desk.confirm(other.id)
      #expect(try await desk.report().unaccountedItems == [])
    }
  }

  @Test func `what arrives is what was burned, and reads as the certificate`() async throws {
    try await with { desk in
      let output = try await released(desk)
      let run = try await desk.print(output.id, top: Self.first)
      #expect(try await desk.faulty.wait { try desk.faulty.sheets().count == 1 })
      let sheet = try #require(try desk.faulty.sheets().first)
      #expect(sheet.sha256 == run.passes[0].burn?.document && sheet.stock == Self.first)
      let texts = try texts(try documents(desk)[0])
      #expect(texts.contains(output.number) && texts.contains(output.serial), "\(texts)")
      #expect(!texts.contains { $0.contains("CERTIFICATE OF ORIGIN") }, "the form itself is there")
    }
  }

  private func texts(_ bytes: [UInt8]) throws -> [String] {
    try JobReading(bytes).sheets.flatMap(\.lines).flatMap(\.marks).compactMap { mark in
      if case .text(let text, _) = mark.strike { text } else { nil }
    }
  }

  @Test(arguments: [0, 300, 1500])
  func `a printer that stalls is held, gets nothing twice, and a person says what came out`(
    _ byte: Int
  ) async throws {
    try await with(faults: "job=1 stall-at=\(byte)") { desk in
      let output = try await released(desk)
      let machine = desk.faulty.server.machine
      let run = try await desk.print(output.id, top: Self.first, held: 0.3) { event in
        guard case .progress(_, let status) = event, status.state == .processingStopped else {
          return
        }
        Task { try? await machine.command("clear") }
      }
      // Paper that ran out in the middle of a form is no clean pass.
      #expect(run.output.state == .uncertain)
      #expect(run.passes[0].evidence?.printerReasons == ["timed-out"])
      #expect(try await desk.faulty.wait { try desk.faulty.sheets().count == 1 })
      #expect(try desk.faulty.sheets()[0].sha256 == run.passes[0].burn?.document)
      #expect(try await desk.print(output.id, top: Self.first) == run)
      #expect(try desk.faulty.sheets().count == 1)
      #expect(try await desk.confirm(output.id).output.state == .issued)
    }
  }

  @Test func `a printer that is not there burns nothing, and its form stays usable`() async throws {
    try await with { desk in
      let output = try await released(desk)
      try await desk.keepPrinter(address: "socket://127.0.0.1:\(try Loopback.freePort())")
      await #expect(throws: PrinterError.self) { try await desk.print(output.id, top: Self.first) }
      let run = try await desk.run(output.id)
      #expect(run.passes.map(\.state) == [.failed, .planned] && run.sheets[0].stock == nil)
      #expect(try await desk.stock(Self.first).state == .loaded)
    }
  }

  @Test func `of several forms each is looked at before the next is printed`() async throws {
    try await with { desk in
      let output = try await released(desk, items: 6)
      var run = try await desk.print(output.id, top: Self.first)
      try #require(run.sheets.count > 1, "six items take a continuation sheet")
      for position in 1...run.sheets.count {
        let number = Self.number(position)
        #expect(try await desk.faulty.wait { try desk.faulty.sheets().count == position })
        #expect(run.sheetsUnseen.map(\.position) == [position])
        if position < run.sheets.count {
          await expectRefused("desk.sheet-unseen") {
            try await desk.print(output.id, top: Self.number(position + 1))
          }
        }
        run = try await desk.confirm(output.id, sheet: position, typed: number)
        if position < run.sheets.count {
          run = try await desk.print(output.id, top: Self.number(position + 1))
        }
      }
      #expect(run.output.state == .issued)
    }
  }

  @Test func `S2-81: the twenty-first item is refused`() async throws {
    try await with { desk in
      let error = await #expect(throws: Refusal.self) { try await released(desk, items: 21) }
      #expect(error?.diagnostics.map(\.place) == [.field("goods")])
    }
  }

  /// How forms come: through the tractor as long as stated, or longer, or by hand.
  enum Feed: CaseIterable {
    case strip, longStrip, sheets

    var tray: String { self == .sheets ? "manual" : "tractor" }
    /// What each form is longer, in millimetres.
    var longer: Double { self == .longStrip ? 0.4 : 0 }
  }

  @Test(arguments: Feed.allCases)
  func `fractions of a form's length add up over a strip by the forms' numbers, never over sheets`(
    _ feed: Feed
  ) async throws {
    try await with(tray: feed.tray) { desk in
      if feed == .longStrip { try await measure(desk, longer: feed.longer) }
      let told = Mutex<[Int]>([])
      var fed = 0
      for form in 1...3 {
        let output = try await released(desk, seed: form)
        try await desk.print(output.id, tray: feed.tray, top: Self.number(form)) { event in
          guard case .calibrated(let applied) = event else { return }
          told.withLock { $0 += applied.formPitch.map { [$0.fit.micrometres] } ?? [] }
        }
        try await desk.confirm(output.id)
        #expect(try await desk.faulty.wait { try desk.faulty.sheets().count == form })
        fed += try #require(try JobReading(try documents(desk)[form - 1]).sheets.first).end
        let length = (297 + feed.longer) / 25.4 * 360
        let whole = feed == .sheets ? length.rounded(.down) : length
        #expect(abs(Double(fed) - whole * Double(form)) <= 1, "after form \(form)")
      }
      #expect(told.withLock { $0 } == (feed == .longStrip ? [400, 400, 400] : []))
    }
  }

  /// Enters what a run of ten forms says when each is longer than stated.
  private func measure(_ desk: PrintingDesk, longer: Double) async throws {
    let run = CalibrationSubject(printer: PrintingDesk.printer, series: "L", forms: 10)
    _ = try await Calibrating(desk.place.office()).keep(
      [FormReading(form: 1, read: .mm(40)), FormReading(form: 10, read: .mm(40 - 9 * longer))],
      ofRun: run, by: PrintingDesk.clerk)
  }
}
