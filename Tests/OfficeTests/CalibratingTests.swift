import Devices
import Diagnostics
import Foundation
import Measures
import Office
import PrintDesk
import Printers
import Store
import Support
import Testing
import VirtualPrinter

/// From a sheet of marks and what people read of it to a calibration that a second sheet confirms.
@Suite(.serialized) struct CalibratingTests {
  private static let subject = CalibrationSubject(
    printer: PrintingDesk.printer, tray: StockDesk.tray, series: StockDesk.series)

  /// What is read of a sheet whose marks came out where a map has them, to 0.1 mm.
  private func readings(
    _ calibrating: Calibrating, of subject: CalibrationSubject = subject,
    _ map: (Point) -> Point
  ) async throws -> [MarkReading] {
    func tenth(_ length: Length) -> Length { .mm((length.mm * 10).rounded() / 10) }
    let marks = try await calibrating.marks(of: subject).places
    return marks.enumerated().map { index, nominal in
      let seen = map(nominal)
      let values =
        subject.form == nil ? seen : Point(x: nominal.x - seen.x, y: nominal.y - seen.y)
      return MarkReading(
        mark: index + 1, values: Point(x: tenth(values.x), y: tenth(values.y)))
    }
  }

  @Test(arguments: OfficeWorkplace.Register.allCases)
  func `a first sheet gives a calibration, a second one confirms it or says what is wrong`(
    _ register: OfficeWorkplace.Register
  ) async throws {
    try await StockDesk.with(register) { desk in
      let calibrating = Calibrating(desk.place.office())
      let printer = Transform(xx: 1.001, yy: 0.999, dx: .mm(1.5), dy: .mm(-0.8))
      let kept = try await calibrating.keep(
        try await readings(calibrating, printer.apply), for: Self.subject,
        by: PrintingDesk.clerk)
      #expect(kept.doubt == .unchecked && kept.made.by == "wang" && kept.readings.count == 5)
      #expect(try await calibrating.all(at: PrintingDesk.printer) == [kept])
      let correction = kept.fit.calibration.correction
      let sheets: [(CalibrationCheck, (Point) -> Point)] = [
        (.appliedTwice, { printer.apply(correction.apply(correction.apply($0))) }),
        (.notApplied, printer.apply),
        (.confirmed, { printer.apply(correction.apply($0)) }),
      ]
      for (expected, map) in sheets {
        let (check, after) = try await calibrating.check(
          try await readings(calibrating, map), of: Self.subject, by: PrintingDesk.clerk)
        #expect(check == expected)
        #expect((after.doubt == nil) == (expected == .confirmed))
      }
      let known = try await calibrating.all(at: nil)
      #expect(known.map(\.confirmed?.by) == ["wang"] && known[0].fit == kept.fit)
    }
  }

  @Test func `brackets upon a form are read by the ticks that its lines meet`() async throws {
    try await StockDesk.with { desk in
      let calibrating = Calibrating(desk.place.office())
      var subject = Self.subject
      subject.form = "L"
      let off = Point(x: .mm(1.2), y: .mm(-0.5))
      let values = try await readings(calibrating, of: subject) { $0 + off }
      #expect(values.count == 4)
      #expect(values.allSatisfy { $0.values == Point(x: .mm(-1.2), y: .mm(0.5)) })
      let kept = try await calibrating.keep(values, for: subject, by: PrintingDesk.clerk)
      let shift = kept.fit.calibration.shift(on: .a4)
      #expect(shift.distance(to: Point(x: .mm(-1.2), y: .mm(0.5))) < .mm(0.02))
    }
  }

  @Test func `what does not go together is refused`() async throws {
    try await StockDesk.with { desk in
      let calibrating = Calibrating(desk.place.office())
      func key(
        _ change: (inout CalibrationSubject) -> Void,
        _ body: (CalibrationSubject) async throws -> Void
      ) async -> String? {
        var subject = Self.subject
        change(&subject)
        do { try await body(subject) } catch { return keys(of: error).first ?? "\(error)" }
        return nil
      }
      func file(_ subject: CalibrationSubject) async throws {
        _ = try await calibrating.files(of: subject, isSecond: false, as: .pdf)
      }
      #expect(await key({ _ in }, file) == nil)
      #expect(await key({ $0.printer = "none" }, file) == "office.unknown-printer")
      #expect(await key({ $0.tray = "tray-9" }, file) == "office.unknown-tray")
      #expect(await key({ $0.series = nil }, file) == "office.name-series")
      #expect(await key({ $0.tray = "tray-1" }, file) == "office.no-stock-tray")
      #expect(
        await key({ ($0.form, $0.side) = ("L", .back) }, file) == "office.no-frame")
      let second = await key({ _ in }) {
        _ = try await calibrating.files(of: $0, isSecond: true, as: .pdf)
      }
      #expect(second == "office.not-calibrated")
      let sixth = await key({ _ in }) { subject in
        let reading = MarkReading(mark: 6, values: .zero)
        _ = try await calibrating.keep([reading], for: subject, by: PrintingDesk.clerk)
      }
      #expect(sixth == "office.no-mark")
      let strange = await key({ _ in }) { subject in
        let stranger = Identification(id: "nobody", pin: "1")
        _ = try await calibrating.keep([], for: subject, by: stranger)
      }
      #expect(strange == "office.not-identified")
      let kept = try await calibrating.all(at: nil)
      #expect(kept.isEmpty)
    }
  }

  @Test func `a sheet is never printed upon numbered paper`() async throws {
    try await StockDesk.with { desk in
      let calibrating = Calibrating(desk.place.office())
      let error = await #expect(throws: Refusal.self) {
        try await calibrating.job(for: Self.subject, isSecond: false)
      }
      #expect(keys(of: error) == ["office.tray-holds-stock"])
      try await StockKeeping(desk.place.office()).store(
        StockDesk.range("CN0001001", "CN0001010"), by: PrintingDesk.clerk)
      let job = try await calibrating.job(for: Self.subject, isSecond: false)
      #expect(job.ticket.source == StockDesk.tray && job.ticket.sides == .oneSided)
      var back = Self.subject
      back.side = .back
      #expect(
        try await calibrating.job(for: back, isSecond: false).ticket.sides == .twoSidedLongEdge)
    }
  }

  @Test func `a back sheet that is turned by hand is moved as it is read`() throws {
    let calibration = Calibration(
      correction: Transform(
        xx: 1.002, xy: 0.001, yx: -0.001, yy: 0.998, dx: .mm(1.5), dy: .mm(-0.7)))
    let turned = calibration.turned(on: .a4)
    func over(_ point: Point) -> Point {
      Point(x: Size.a4.width - point.x, y: Size.a4.height - point.y)
    }
    for place in CalibrationMarks(on: .a4).places {
      let sent = turned.correction.apply(over(place))
      #expect(over(sent).distance(to: calibration.correction.apply(place)) < .mm(0.001))
    }
    #expect(turned.turned(on: .a4).shift(on: .a4) == calibration.shift(on: .a4))
  }
}
