import Devices
import Diagnostics
import Measures
import Support
import Testing

/// From readings with a ruler to the map that corrects a printer (dotmatrix.md 4.2, 6.5 check 9).
@Suite struct CalibrationTests {
  private static let marks = CalibrationMarks(on: .a4).places

  /// What a person reads of a sheet that a printer with a deviation made, to 0.1 mm.
  private static func readings(_ map: (Point) -> Point) -> [CalibrationReading] {
    marks.enumerated().map { index, place in
      let seen = map(place)
      return CalibrationReading(
        mark: index + 1, nominal: place, read: Point(x: tenth(seen.x), y: tenth(seen.y)))
    }
  }

  private static func tenth(_ length: Length) -> Length { .mm((length.mm * 10).rounded() / 10) }

  /// A printer out of adjustment.
  private static func deviation(_ dice: inout Dice, tilt: Double) -> Transform {
    func within(_ limit: Double) -> Double { Double.random(in: -limit...limit, using: &dice) }
    return Transform(
      xx: 1 + within(0.004), xy: within(0.003), yx: within(tilt), yy: 1 + within(0.004),
      dx: .mm(within(3)), dy: .mm(within(3)))
  }

  @Test(arguments: [true, false])
  func `an error is recovered to 0.05 mm from readings of 0.1 mm`(_ canTilt: Bool) throws {
    var dice = Dice(seed: 2026)
    for round in 0..<1000 {
      let printer = Self.deviation(&dice, tilt: canTilt ? 0.002 : 0)
      let fit = try CalibrationFit(Self.readings(printer.apply), canTilt: canTilt)
      let correction = fit.calibration.correction
      let errors = Self.marks.map { printer.apply(correction.apply($0)).distance(to: $0).mm }
      // In each direction the mean square of what is left is no more than that of the rounding.
      let mean = (errors.map { $0 * $0 }.reduce(0, +) / Double(errors.count)).squareRoot()
      #expect(mean <= 0.05 * 2.0.squareRoot() + 0.002, "round \(round): \(errors)")
      #expect(errors.allSatisfy { $0 <= 0.13 }, "round \(round): \(errors)")
      #expect(fit.residual <= .mm(0.15), "round \(round)")
    }
  }

  @Test func `without rounding nothing is left`() throws {
    let printer = Transform(
      xx: 1.002, xy: 0.001, yx: -0.0005, yy: 0.997, dx: .mm(1.23), dy: .mm(-2.5))
    let readings = Self.marks.enumerated().map {
      CalibrationReading(mark: $0 + 1, nominal: $1, read: printer.apply($1))
    }
    let fit = try CalibrationFit(readings, canTilt: true)
    for place in Self.marks + [.zero, Point(x: .mm(210), y: .mm(297))] {
      let printed = printer.apply(fit.calibration.correction.apply(place))
      #expect(printed.distance(to: place) < .mm(0.001))
    }
    #expect(fit.residual < .mm(0.001))
  }

  @Test func `one or two marks fix the shift alone`() throws {
    let all = Self.readings { $0 + Point(x: .mm(-1.2), y: .mm(0.4)) }
    for count in 1...2 {
      let fit = try CalibrationFit(Array(all.prefix(count)), canTilt: false)
      #expect(fit.deviation == Transform(dx: .mm(-1.2), dy: .mm(0.4)))
    }
  }

  // MARK: What makes no sense

  private func key(_ readings: [CalibrationReading], canTilt: Bool = false) -> String? {
    do throws(Refusal) {
      _ = try CalibrationFit(readings, canTilt: canTilt)
      return nil
    } catch { return error.diagnostics.first?.message.key }
  }

  @Test func `readings that make no sense are refused, by the mark to read again`() throws {
    let good = Self.readings { $0 }
    #expect(key([]) == "calibration.no-readings")
    #expect(key(good + [good[0]]) == "calibration.mark-twice")
    #expect(key(Self.readings { $0 + Point(x: .mm(20), y: .zero) }) == "calibration.mark-far")
    let suspects = ["1 and 5", "2 and 4", "3", "2 and 4", "1 and 5"]
    for (index, marks) in suspects.enumerated() {
      var slip = good
      slip[index] = CalibrationReading(
        mark: index + 1, nominal: good[index].nominal,
        read: good[index].read + Point(x: .mm(1), y: .zero))
      let error = #expect(throws: Refusal.self) { try CalibrationFit(slip, canTilt: false) }
      #expect(error?.description.contains("read \(marks) again") == true, "\(slip)")
    }
    let diagonal = [good[0], good[2], good[4]]
    #expect(key(diagonal) == "calibration.marks-in-line")
    let stretched = Transform(xx: 1.04, yy: 1.04)
    #expect(key(Self.readings(stretched.apply)) == "calibration.wrong-scale")
  }

  @Test func `paper that went in askew is refused where a line cannot be tilted`() throws {
    let askew = Self.readings(Transform(yx: 0.004).apply)
    #expect(key(askew) == "calibration.tilted")
    #expect(key(askew, canTilt: true) == nil)
    let nearly = Transform(yx: 0.0005)
    let fit = try CalibrationFit(Self.readings(nearly.apply), canTilt: false)
    #expect(fit.deviation.yx == 0 && abs(fit.deviation.dy.mm) < 0.1)
  }

  // MARK: The second sheet

  @Test func `a second sheet shows a calibration that was applied twice, or not at all`() throws {
    let printer = Transform(xx: 1.001, yy: 0.999, dx: .mm(1.5), dy: .mm(-0.8))
    let fit = try CalibrationFit(Self.readings(printer.apply), canTilt: false)
    let correction = fit.calibration.correction
    func check(_ map: (Point) -> Point) -> CalibrationCheck {
      CalibrationCheck(Self.readings { printer.apply(map($0)) }, after: fit)
    }
    #expect(check(correction.apply) == .confirmed)
    #expect(check { correction.apply(correction.apply($0)) } == .appliedTwice)
    #expect(check { $0 } == .notApplied)
    #expect(check { correction.apply($0) + Point(x: .mm(2), y: .zero) } == .off(.mm(2)))
  }
}
