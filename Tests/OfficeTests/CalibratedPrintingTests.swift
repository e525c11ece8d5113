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
      try await desk.keep(try KeptCalibration.off(right: 1.2, down: -0.4))
      expectMoved(try await printed(desk, 2)[0], from: plain[0], by: (-1.2, 0.4))
    }
  }

  @Test func `front and back have a calibration each`() async throws {
    try await with { desk in
      let calibrating = Calibrating(desk.place.office())
      func sheet(_ side: CalibrationPlace.Side, isSecond: Bool) async throws -> [PrintedWord] {
        let subject = CalibrationSubject(
          printer: PrintingDesk.printer, tray: StockDesk.tray, series: StockDesk.series, side: side)
        let file = try await calibrating.files(of: subject, isSecond: isSecond, as: .pdf)[0]
        let page = try words(try scratch.write(file, "\(side).pdf")).last ?? []
        // The line below the title says which sheet it is.
        return page.filter { !(19...26).contains($0.y) }
      }
      try await desk.keep(
        try KeptCalibration.off(right: 1, down: 0),
        try KeptCalibration.off(right: 0, down: -2, .back))
      for (side, off) in [(CalibrationPlace.Side.front, (-1.0, 0.0)), (.back, (0, 2))] {
        let first = try await sheet(side, isSecond: false)
        expectMoved(try await sheet(side, isSecond: true), from: first, by: off)
      }
    }
  }

  @Test func `raster for preprinted forms is moved by the same`() async throws {
    try await with({ $0.formats = ["image/pwg-raster"] }) { desk in
      var profile = try String(
        decoding: Repository.bytes("printers/chamber-laser-with-stock-tray.yaml"), as: UTF8.self)
      profile.replace("languages: [pdf, pwg-raster]", with: "languages: [pwg-raster]")
      desk.place.workshop.otherDevice = try TestWorkshop.device(
        "chamber-laser-with-stock-tray", file: Data(profile.utf8))
      try await desk.keep(try KeptCalibration.off(right: 2, down: 1))
      let path = try await sent(desk, try await desk.released())
      #expect(try Data(contentsOf: URL(filePath: path)).starts(with: Data("RaS2".utf8)))
      try await StockKeeping(desk.place.office()).store(
        StockDesk.range("CN0001002", "CN0001010"), by: PrintingDesk.clerk)
      let shifted = try await raster(desk)
      try await desk.keep(try KeptCalibration.off(right: 0, down: 0))
      let unmoved = try await raster(desk)
      #expect(try await raster(desk) == unmoved && shifted != unmoved)
    }
  }

  /// A second sheet as it would go to a printer of raster.
  private func raster(_ desk: PrintingDesk) async throws -> Data {
    let subject = CalibrationSubject(
      printer: PrintingDesk.printer, tray: StockDesk.tray, series: StockDesk.series)
    let job = try await Calibrating(desk.place.office()).job(for: subject, isSecond: true)
    let make = try #require(job.document.raster)
    return try make(
      PrintDocument.RasterSettings(
        resolution: 300, type: "sgray_8", sheetBack: "normal", sides: .oneSided))
  }

  @Test func `the released file goes to blank paper byte for byte, whatever is calibrated`()
    async throws
  {
    try await with { desk in
      try await desk.keep(
        try KeptCalibration.off(right: 1.2, down: -0.4),
        try KeptCalibration.off(right: 1.2, down: -0.4, series: nil, tray: "tray-1"))
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
      try await desk.keep(
        try KeptCalibration.off(right: 3, down: 3, series: "OTHER"),
        try KeptCalibration.off(right: 3, down: 3, .back))
      expectMoved(try await printed(desk, 2)[0], from: plain[0], by: (0, 0))
    }
  }

  // MARK: Telling

  @Test func `printing tells the calibration, and whether it has to be confirmed`() async throws {
    try await with { desk in
      let kept = try KeptCalibration.off(right: 1.2, down: -0.4)
      try await desk.keep(kept)
      let order = Mutex<[String]>([])
      let output = try await desk.released()
      _ = try await sent(desk, output) { event in
        switch event {
        case .calibrated(let known): order.withLock { $0 += known.known.map { "\($0 == kept)" } }
        case .sent: order.withLock { $0.append("sent") }
        default: break
        }
      }
      #expect(order.withLock { $0 } == ["true", "sent"])
      let shift = kept.fit.calibration.shift(on: .a4)
      #expect(abs(shift.x.mm + 1.2) < 0.001 && abs(shift.y.mm - 0.4) < 0.001)
    }
  }
}
