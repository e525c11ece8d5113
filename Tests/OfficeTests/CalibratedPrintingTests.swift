import Certificates
import Devices
import Diagnostics
import DisplayList
import Foundation
import Measures
import Office
import PrintDesk
import Printers
import Store
import Support
import Synchronization
import Testing
import VirtualPrinter

/// What is printed on preprinted forms is moved by the calibration of its place, once; nothing else is.
@Suite(.serialized) struct CalibratedPrintingTests {
  /// Where a test keeps the documents that its printer takes.
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A printer that prints so far to the right and down.
  private static func calibration(
    right: Double, down: Double, _ side: CalibrationPlace.Side = .front,
    series: String? = StockDesk.series, tray: String = StockDesk.tray
  ) throws -> KeptCalibration {
    let off = Point(x: .mm(right), y: .mm(down))
    let readings = CalibrationMarks(on: .a4).places.enumerated().map {
      CalibrationReading(mark: $0 + 1, nominal: $1, read: $1 + off)
    }
    let place = CalibrationPlace(
      tray: PrintDesk.Tray(printer: PrintingDesk.printer, name: tray), series: series, side: side)
    return KeptCalibration(
      try CalibrationFit(readings, canTilt: true), from: readings, at: place,
      by: Act(by: "wang", at: 1))
  }

  private func keep(_ calibrations: KeptCalibration..., at desk: PrintingDesk) async throws {
    try await desk.place.store.write { unit in
      for calibration in calibrations { try unit.calibrations.keep(calibration) }
    }
  }

  private func known(_ desk: PrintingDesk) async throws -> [KeptCalibration] {
    try await desk.place.store.read { try $0.calibrations.calibrations() }
  }

  private func with(
    _ change: (inout MachineSettings) -> Void = { _ in },
    _ body: (PrintingDesk) async throws -> Void
  ) async throws {
    let folder = URL(filePath: scratch.path(""), directoryHint: .isDirectory)
    try await StockDesk.with(
      change: { settings in
        settings.documents = folder
        change(&settings)
      }, body)
  }

  /// Prints an output, and gives the document that was sent.
  private func sent(
    _ desk: PrintingDesk, _ output: Output, tray: String? = StockDesk.tray,
    tell: @escaping @Sendable (Printing.Event) -> Void = { _ in }
  ) async throws -> String {
    let run = try await desk.print(output.id, tray: tray, tell: tell)
    #expect(run.output.state == .printing)
    try await desk.confirm(output.id)
    return scratch.path(try #require(run.passes.first?.burn).document)
  }

  /// Prints a certificate that differs from the others in its invoice's number alone.
  private func printed(
    _ desk: PrintingDesk, _ invoice: Int, _ form: String = "C", to destination: String? = nil
  ) async throws -> [[PrintedWord]] {
    let output = try await desk.released(form, to: destination) {
      for index in $0.invoices.indices { $0.invoices[index].number = "INV\(invoice)" }
    }
    return try words(try await sent(desk, output))
  }

  /// Words with their left and top edge on each page of a file, in millimetres, as poppler finds them.
  private func words(_ path: String) throws -> [[PrintedWord]] {
    let found = try Program.run("pdftotext", ["-bbox", path, "-"]).text
    return found.components(separatedBy: "<page ").dropFirst().map(PrintedWord.all)
  }

  /// How far each word of a page is from where it is on another, for words that both have.
  private func expectMoved(
    _ page: [PrintedWord], from other: [PrintedWord], by off: (x: Double, y: Double),
    location: SourceLocation = #_sourceLocation
  ) {
    let (now, before) = PrintedWord.common(page, other)
    let wrong = zip(now, before).filter { word, was in
      abs(word.x - was.x - off.x) >= 0.03 || abs(word.y - was.y - off.y) >= 0.03
    }
    #expect(now.count > 5 && wrong.isEmpty, "\(wrong)", sourceLocation: location)
  }

  @Test func `an overlay arrives moved against the printer's error, and once`() async throws {
    try await with { desk in
      let plain = try await printed(desk, 1)
      try await keep(try Self.calibration(right: 1.2, down: -0.4), at: desk)
      expectMoved(try await printed(desk, 2)[0], from: plain[0], by: (-1.2, 0.4))
    }
  }

  @Test func `front and back have a calibration each`() async throws {
    try await with { desk in
      let calibrating = Calibrating(desk.place.office())
      func sheet(_ side: CalibrationPlace.Side, isSecond: Bool) async throws -> [PrintedWord] {
        let subject = CalibrationSubject(
          printer: PrintingDesk.printer, tray: StockDesk.tray, series: StockDesk.series, side: side)
        let file = try await calibrating.file(of: subject, isSecond: isSecond)
        return try words(try scratch.write(file, "\(side).pdf")).last ?? []
      }
      try await keep(
        try Self.calibration(right: 1, down: 0), try Self.calibration(right: 0, down: -2, .back),
        at: desk)
      for (side, off) in [(CalibrationPlace.Side.front, (-1.0, 0.0)), (.back, (0, 2))] {
        let first = try await sheet(side, isSecond: false)
        expectMoved(try await sheet(side, isSecond: true), from: first, by: off)
      }
    }
  }

  @Test func `raster for preprinted forms is moved too`() async throws {
    try await with({ $0.formats = ["image/pwg-raster"] }) { desk in
      var profile = try String(
        decoding: Repository.bytes("printers/chamber-laser-with-stock-tray.yaml"), as: UTF8.self)
      profile.replace("languages: [pdf, pwg-raster]", with: "languages: [pwg-raster]")
      desk.place.workshop.otherDevice = try TestWorkshop.device(
        "chamber-laser-with-stock-tray", file: Data(profile.utf8))
      try await keep(try Self.calibration(right: 2, down: 1), at: desk)
      let path = try await sent(desk, try await desk.released())
      let moved = try Data(contentsOf: URL(filePath: path))
      #expect(moved.starts(with: Data("RaS2".utf8)))
    }
  }

  @Test func `the released file goes to blank paper byte for byte, whatever is calibrated`()
    async throws
  {
    try await with { desk in
      try await keep(
        try Self.calibration(right: 1.2, down: -0.4),
        try Self.calibration(right: 1.2, down: -0.4, series: nil, tray: "tray-1"), at: desk)
      let output = try await desk.released()
      let told = Mutex(0)
      let path = try await sent(desk, output, tray: "tray-1") { event in
        if case .calibrated = event { told.withLock { $0 += 1 } }
      }
      #expect(
        try Data(contentsOf: URL(filePath: path)) == (try await desk.place.keptFile(output.id)))
      #expect(told.withLock { $0 } == 0)
    }
  }

  @Test func `another series in the same tray is not moved by it`() async throws {
    try await with { desk in
      let plain = try await printed(desk, 1)
      try await keep(
        try Self.calibration(right: 3, down: 3, series: "OTHER"),
        try Self.calibration(right: 3, down: 3, .back), at: desk)
      expectMoved(try await printed(desk, 2)[0], from: plain[0], by: (0, 0))
    }
  }

  // MARK: Telling

  @Test func `printing tells the calibration, and whether it has to be confirmed`() async throws {
    try await with { desk in
      let kept = try Self.calibration(right: 1.2, down: -0.4)
      try await keep(kept, at: desk)
      let order = Mutex<[String]>([])
      let output = try await desk.released()
      _ = try await sent(desk, output) { event in
        switch event {
        case .calibrated(let known): order.withLock { $0 += known.map { "\($0 == kept)" } }
        case .sent: order.withLock { $0.append("sent") }
        default: break
        }
      }
      #expect(order.withLock { $0 } == ["true", "sent"])
      let shift = kept.fit.calibration.shift(on: .a4)
      #expect(abs(shift.x.mm + 1.2) < 0.001 && abs(shift.y.mm - 0.4) < 0.001)
    }
  }

  @Test func `a new lot, a service and another machine put a calibration in doubt`() async throws {
    try await with { desk in
      let confirmed = try Self.calibration(right: 1, down: 0).confirmed(by: Act(by: "wang", at: 2))
      let other = try Self.calibration(right: 1, down: 0, series: "OTHER")
        .confirmed(by: Act(by: "wang", at: 2))
      try await keep(confirmed, other, at: desk)
      let keeping = StockKeeping(desk.place.office())
      try await keeping.receive(
        StockDesk.range("CN0002001", "CN0002005"), by: PrintingDesk.clerk)
      #expect(try await known(desk).map(\.doubt) == [.newLot, nil])
      try await keep(confirmed, at: desk)
      let care = PrinterCare(desk.place.office())
      let told = try await care.serviced(PrintingDesk.printer, by: PrintingDesk.clerk)
      #expect(told.map(\.doubt) == [.serviced, .serviced])
      try await keep(confirmed, at: desk)
      try await desk.keepPrinter()
      #expect(try await known(desk).map(\.doubt) == [nil, .serviced], "nothing is new")
      try await desk.keepPrinter(address: "ipp://elsewhere.example/ipp/print")
      #expect(try await known(desk).map(\.doubt) == [.serviced, .serviced])
      let unknown = await #expect(throws: Refusal.self) {
        try await care.serviced("counter-9", by: PrintingDesk.clerk)
      }
      #expect(keys(of: unknown) == ["office.unknown-printer"])
    }
  }
}
