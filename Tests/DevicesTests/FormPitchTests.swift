import Devices
import Diagnostics
import Measures
import Support
import Testing

/// From a run of forms to how long they are (dotmatrix.md 4.2).
@Suite struct FormPitchTests {
  /// What is read of forms that are so much longer than the printer was told, to 0.1 mm.
  private static func readings(_ forms: [Int], longer: Double, at place: Double = 40)
    -> [FormReading]
  {
    forms.map { form in
      let seen = place - longer * Double(form - 1)
      return FormReading(form: form, read: .mm((seen * 10).rounded() / 10))
    }
  }

  @Test func `first and last form give the length to a hundredth, whatever the place`() throws {
    var dice = Dice(seed: 10)
    for _ in 0..<500 {
      let longer = Double.random(in: -1...1, using: &dice)
      let place = Double.random(in: 30...50, using: &dice)
      let fit = try FormPitchFit(
        Self.readings([1, 10], longer: longer, at: place), ofRun: 10)
      #expect(abs(fit.pitch.mm - longer) <= 0.1 / 9 + 0.0006)
      #expect(fit.residual < .mm(0.001))
      let all = try FormPitchFit(
        Self.readings(Array(1...10), longer: longer, at: place), ofRun: 10)
      #expect(abs(all.pitch.mm - longer) <= 0.015 && all.residual <= .mm(0.1))
    }
  }

  @Test func `longer forms have their line higher from form to form`() throws {
    let readings = [FormReading(form: 1, read: .mm(40)), FormReading(form: 10, read: .mm(39.1))]
    let fit = try FormPitchFit(readings, ofRun: 10)
    #expect(fit.micrometres == 100 && fit.pitch == .mm(0.1))
  }

  private func key(_ readings: [FormReading], _ forms: Int = 10) -> String? {
    do throws(Refusal) {
      _ = try FormPitchFit(readings, ofRun: forms)
      return nil
    } catch { return error.diagnostics.first?.message.key }
  }

  @Test func `readings that make no sense are refused`() {
    let good = Self.readings([1, 5, 10], longer: 0.05)
    #expect(key(good) == nil)
    #expect(key([]) == "calibration.few-forms")
    #expect(key([good[0]]) == "calibration.few-forms")
    #expect(key(good + [good[1]]) == "calibration.form-twice")
    #expect(key(good, 9) == "calibration.no-form")
    #expect(key(Self.readings([0, 10], longer: 0)) == "calibration.no-form")
    #expect(key(Self.readings([1, 10], longer: 2.1)) == "calibration.wrong-pitch")
    #expect(key(Self.readings([1, 10], longer: -2.1)) == "calibration.wrong-pitch")
    let slip = [good[0], FormReading(form: 5, read: .mm(41)), good[2]]
    #expect(key(slip) == "calibration.forms-disagree")
  }

  @Test func `a second run shows a length that was applied twice, or not at all`() throws {
    let first = try FormPitchFit(Self.readings([1, 10], longer: 0.3), ofRun: 10)
    func check(_ longer: Double) throws -> CalibrationCheck {
      let second = try FormPitchFit(Self.readings([1, 10], longer: longer), ofRun: 10)
      return CalibrationCheck(second, after: first, over: 10)
    }
    #expect(try check(0.01) == .confirmed)
    #expect(try check(0.3) == .notApplied)
    #expect(try check(-0.3) == .appliedTwice)
    #expect(try check(0.6) == .off(.mm(5.4)))
  }
}
