package import Measures

/// What the marks of a second sheet say, which was printed with the calibration.
package enum CalibrationCheck: Hashable, Sendable {
  /// Every mark is where it belongs, as far as a ruler tells.
  case confirmed
  /// The marks are off as far as they were at first, to the other side.
  case appliedTwice
  /// The marks are where they were without the calibration.
  case notApplied
  /// A mark is off by this much, in some other way.
  case off(Length)

  /// The aim on paper (dotmatrix.md 6.4).
  private static let tolerance = Length.mm(0.3)

  /// Compares readings of the second sheet with what the first one showed.
  ///
  /// - Parameters:
  ///   - readings: of a sheet that was printed with the calibration.
  ///   - fit: what was found on the sheet that was printed without it.
  package init(_ readings: [CalibrationReading], after fit: CalibrationFit) {
    let worst = Self.worst(readings) { $0 }
    if worst <= Self.tolerance {
      self = .confirmed
    } else if let correction = fit.deviation.inverse,
      Self.worst(readings, correction.apply) <= Self.tolerance
    {
      self = .appliedTwice
    } else if Self.worst(readings, fit.deviation.apply) <= Self.tolerance {
      self = .notApplied
    } else {
      self = .off(worst)
    }
  }

  /// Compares a second run of forms, which was printed with the length that the first one gave.
  ///
  /// - Parameters:
  ///   - second: what the second run shows.
  ///   - first: what was found on the run that was printed without it.
  ///   - forms: how many forms the run has, over which differences add up.
  package init(_ second: FormPitchFit, after first: FormPitchFit, over forms: Int) {
    func drift(_ micrometres: Int) -> Length { .mm(Double(micrometres * (forms - 1)) / 1000) }
    func isNothing(_ micrometres: Int) -> Bool {
      max(drift(micrometres), -drift(micrometres)) <= Self.tolerance
    }
    if isNothing(second.micrometres) {
      self = .confirmed
    } else if isNothing(second.micrometres + first.micrometres) {
      self = .appliedTwice
    } else if isNothing(second.micrometres - first.micrometres) {
      self = .notApplied
    } else {
      self = .off(max(drift(second.micrometres), -drift(second.micrometres)))
    }
  }

  /// How far a mark is at most from where a map has it.
  private static func worst(
    _ readings: [CalibrationReading], _ map: (Point) -> Point
  ) -> Length {
    readings.map { map($0.nominal).distance(to: $0.read) }.max() ?? .zero
  }
}
