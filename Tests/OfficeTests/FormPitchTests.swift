import Devices
import Diagnostics
import EscpOutput
import Foundation
import Measures
import Office
import PrintDesk
import Support
import Testing
import VirtualPrinter

/// From a run of forms and what people read of it to forms that never drift.
@Suite(.serialized) struct FormPitchTests {
  private static let subject = CalibrationSubject(
    printer: PrintingDesk.printer, series: StockDesk.series, forms: 10)

  /// A desk whose printer has forms of a series on its tractor.
  private func with(
    _ register: OfficeWorkplace.Register = .memory, device: String = "generic-24pin",
    _ body: (PrintingDesk) async throws -> Void
  ) async throws {
    try await PrintingDesk.with(register) { desk in
      try await desk.keepTractor(device)
      try await body(desk)
    }
  }

  /// What a person reads of a run as it comes out on forms that are longer than the medium says.
  private func readings(
    _ calibrating: Calibrating, isSecond: Bool, longer: Double
  ) async throws -> [FormReading] {
    let bytes = try await calibrating.files(of: Self.subject, isSecond: isSecond, as: .escp)[0]
    let sheets = try JobReading([UInt8](bytes)).sheets
    #expect(sheets.count == 10)
    return [1, 4, 10].map { form in
      let fed = Double(sheets[form - 1].top) * 25.4 / 360
      let seen = 40 + fed - Double(form - 1) * (297 + longer)
      return FormReading(form: form, read: .mm((seen * 10).rounded() / 10))
    }
  }

  @Test(
    arguments: zip(
      OfficeWorkplace.Register.allCases,
      [("generic-24pin", 0.42), ("generic-24pin-escp2", -0.3)]))
  func `a run gives the length of forms, which is applied once and confirmed by a second run`(
    _ register: OfficeWorkplace.Register, _ stack: (device: String, longer: Double)
  ) async throws {
    let longer = stack.longer
    try await with(register, device: stack.device) { desk in
      let calibrating = Calibrating(desk.place.office())
      let first = try await readings(calibrating, isSecond: false, longer: longer)
      let kept = try await calibrating.keep(
        first, ofRun: Self.subject, by: PrintingDesk.clerk)
      #expect(abs(kept.fit.pitch.mm - longer) < 0.02 && kept.doubt == .unchecked)
      let second = try await readings(calibrating, isSecond: true, longer: longer)
      #expect(second.allSatisfy { abs($0.read.mm - 40) <= 0.2 }, "\(second)")
      let again = try await calibrating.check(
        first, ofRun: Self.subject, by: PrintingDesk.clerk)
      #expect(again.check == .notApplied && again.kept.doubt == .unchecked)
      let (check, confirmed) = try await calibrating.check(
        second, ofRun: Self.subject, by: PrintingDesk.clerk)
      #expect(check == .confirmed && confirmed.doubt == nil && confirmed.confirmed?.by == "wang")
      #expect(try await calibrating.formPitches(at: PrintingDesk.printer) == [confirmed])
    }
  }

  @Test func `on each form stand the same marks, whatever the length`() async throws {
    try await with { desk in
      let calibrating = Calibrating(desk.place.office())
      func lines(isSecond: Bool) async throws -> [[PlanLine]] {
        let file = try await calibrating.files(of: Self.subject, isSecond: isSecond, as: .escp)[0]
        return try JobReading([UInt8](file)).sheets.map(\.lines)
      }
      let first = try await lines(isSecond: false)
      let forms = [FormReading(form: 1, read: .mm(40)), FormReading(form: 10, read: .mm(36))]
      _ = try await calibrating.keep(forms, ofRun: Self.subject, by: PrintingDesk.clerk)
      let images = try await lines(isSecond: true).map(Self.lowest)
      #expect(images == first.map(Self.lowest), "what is printed stays where it was set")
      #expect(Set(first.map(Self.lowest)).count == 1)
    }
  }

  /// The places of passes that strike drawings alone.
  private static func lowest(_ lines: [PlanLine]) -> [Int] {
    lines.filter(\.isOneWay).map(\.y)
  }

  @Test func `sheets for a place are as long as its forms are`() async throws {
    try await with(device: "generic-24pin-escp2") { desk in
      let calibrating = Calibrating(desk.place.office())
      let forms = [FormReading(form: 1, read: .mm(40)), FormReading(form: 10, read: .mm(37.3))]
      _ = try await calibrating.keep(forms, ofRun: Self.subject, by: PrintingDesk.clerk)
      var vernier = Self.subject
      vernier.forms = nil
      let file = try await calibrating.files(of: vernier, isSecond: false, as: .escp)[0]
      let sheet = try #require(try JobReading([UInt8](file)).sheets.first)
      #expect(sheet.end == Int(297.3 * 360 / 25.4))
    }
  }

  @Test func `what does not go together is refused`() async throws {
    try await with { desk in
      let calibrating = Calibrating(desk.place.office())
      func key(
        isSecond: Bool = false, _ change: (inout CalibrationSubject) -> Void
      ) async -> String? {
        var subject = Self.subject
        change(&subject)
        do {
          _ = try await calibrating.files(of: subject, isSecond: isSecond, as: .escp)
        } catch { return keys(of: error).first ?? "\(error)" }
        return nil
      }
      #expect(await key { $0.series = nil } == "office.name-series")
      #expect(await key { $0.forms = 1 } == "office.wrong-run")
      #expect(await key { $0.forms = 51 } == "office.wrong-run")
      #expect(await key(isSecond: true) { _ in } == "office.not-measured")
      #expect(await key { $0.tray = "manual" } == "office.no-tractor", "forms one by one")
      desk.place.workshop.otherDevice = nil
      try await desk.keepPrinter(profile: "chamber-laser-with-stock-tray")
      #expect(await key { $0.tray = StockDesk.tray } == "office.no-tractor")
    }
  }

  @Test func `a new lot and a service put a length in doubt`() async throws {
    try await with { desk in
      let calibrating = Calibrating(desk.place.office())
      let forms = [FormReading(form: 1, read: .mm(40)), FormReading(form: 10, read: .mm(40))]
      func confirm() async throws {
        _ = try await calibrating.keep(forms, ofRun: Self.subject, by: PrintingDesk.clerk)
        _ = try await calibrating.check(forms, ofRun: Self.subject, by: PrintingDesk.clerk)
      }
      func doubts() async throws -> [CalibrationDoubt?] {
        try await calibrating.formPitches(at: nil).map(\.doubt)
      }
      try await confirm()
      #expect(try await doubts() == [nil])
      try await StockKeeping(desk.place.office()).receive(
        StockDesk.range("CN0002001", "CN0002005"), by: PrintingDesk.clerk)
      #expect(try await doubts() == [.newLot])
      try await confirm()
      try await PrinterCare(desk.place.office()).serviced(
        PrintingDesk.printer, by: PrintingDesk.clerk)
      #expect(try await doubts() == [.serviced])
    }
  }
}

extension PrintingDesk {
  /// Makes the desk's printer an impact printer with numbered forms on its tractor.
  func keepTractor(_ device: String = "generic-24pin") async throws {
    place.workshop.otherDevice = try TestWorkshop.device(device)
    try await keepPrinter(address: "socket://127.0.0.1:9", profile: device)
  }
}
