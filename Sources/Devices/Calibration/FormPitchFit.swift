package import Diagnostics
package import Measures

/// How much longer than their medium says the forms of a stack are, found from a run of forms by least
/// squares (dotmatrix.md 4.2).
///
/// Every form of the run has a line at the same place. Where forms are longer than they are said to be, each
/// line comes out higher on its form than the one before.
package struct FormPitchFit: Hashable, Codable, Sendable {
  /// What each form is longer than stated, in micrometres; less than 0 for shorter ones.
  package let micrometres: Int
  /// The largest distance between a reading and where the fit has its line.
  package let residual: Length

  /// What readings that make sense never exceed, in millimetres.
  private enum Limit {
    static let residual = 0.3
    static let pitch = 2.0
  }

  /// A fit as it was found before.
  package init(micrometres: Int, residual: Length) {
    self.micrometres = micrometres
    self.residual = residual
  }

  /// Fits the readings of a run.
  ///
  /// - Parameters:
  ///   - readings: of two different forms at least, best the first and the last.
  ///   - forms: how many forms the run has.
  /// - Throws: ``Refusal`` for readings that make no sense.
  package init(_ readings: [FormReading], ofRun forms: Int) throws(Refusal) {
    try Self.check(readings, forms)
    let count = Double(readings.count)
    let form = readings.map { Double($0.form) }.reduce(0, +) / count
    let place = readings.map(\.read.mm).reduce(0, +) / count
    var (spread, rise) = (0.0, 0.0)
    for reading in readings {
      let off = Double(reading.form) - form
      spread += off * off
      rise += off * (reading.read.mm - place)
    }
    let slope = rise / spread
    if abs(slope) > Limit.pitch { throw CalibrationFit.refusal(Wording.wrongPitch(.mm(-slope))) }
    let worst = readings.map { abs($0.read.mm - place - slope * (Double($0.form) - form)) }.max()
    residual = .mm(worst ?? 0)
    if residual.mm > Limit.residual {
      throw CalibrationFit.refusal(Wording.formsDisagree(residual))
    }
    micrometres = Int((-slope * 1000).rounded())
  }

  /// What each form is longer than stated.
  package var pitch: Length { Length(units: Length.unitsPerMillimetre / 1000 * micrometres) }

  private static func check(_ readings: [FormReading], _ forms: Int) throws(Refusal) {
    for reading in readings {
      guard (1...max(1, forms)).contains(reading.form) else {
        throw CalibrationFit.refusal(Wording.noForm(reading.form, forms))
      }
      if readings.count(where: { $0.form == reading.form }) > 1 {
        throw CalibrationFit.refusal(Wording.formTwice(reading.form))
      }
    }
    if readings.count < 2 { throw CalibrationFit.refusal(Wording.fewForms) }
  }
}
