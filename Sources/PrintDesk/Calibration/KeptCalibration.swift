package import Devices

/// A calibration on record: what was read, by whom, and whether it can be relied upon (dotmatrix.md 4.2).
package struct KeptCalibration: Hashable, Sendable {
  /// Why a second sheet has to show once more that it is right.
  package enum Doubt: String, CaseIterable, Sendable {
    /// No second sheet was read yet.
    case unchecked
    /// Forms of another delivery came in, whose print may lie elsewhere on the paper.
    case newLot = "new-lot"
    /// Somebody worked on the printer.
    case serviced
  }

  /// What it holds for.
  package let place: CalibrationPlace
  /// The printer's deviation, as found from the readings.
  package let fit: CalibrationFit
  /// What was read of the sheet that was printed without it, in the order of the marks.
  package let readings: [CalibrationReading]
  /// Who read it, and when.
  package let made: Act
  /// Who last read a second sheet that showed it to be right, and when; `nil` for nobody.
  package private(set) var confirmed: Act?
  /// Why it has to be confirmed; `nil` while it is.
  package private(set) var doubt: Doubt?

  /// A new one, which no second sheet has confirmed yet.
  package init(
    _ fit: CalibrationFit, from readings: [CalibrationReading], at place: CalibrationPlace,
    by act: Act
  ) {
    self.init(
      fit, from: readings, at: place, by: act, confirmed: nil, doubt: .unchecked)
  }

  /// One as a store keeps it.
  package init(
    _ fit: CalibrationFit, from readings: [CalibrationReading], at place: CalibrationPlace,
    by act: Act, confirmed: Act?, doubt: Doubt?
  ) {
    self.place = place
    self.fit = fit
    self.readings = readings.sorted { $0.mark < $1.mark }
    made = act
    self.confirmed = confirmed
    self.doubt = doubt
  }

  /// The same after a second sheet showed it to be right.
  package func confirmed(by act: Act) -> KeptCalibration {
    var next = self
    next.confirmed = act
    next.doubt = nil
    return next
  }

  /// The same after something happened that may have moved the print; one that was never confirmed stays
  /// so.
  package func doubted(for doubt: Doubt) -> KeptCalibration {
    var next = self
    if next.doubt != .unchecked { next.doubt = doubt }
    return next
  }
}
