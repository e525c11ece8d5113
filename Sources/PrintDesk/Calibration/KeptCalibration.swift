package import Devices

/// A calibration on record: how far a printer is off, for one tray, stock and side.
package typealias KeptCalibration = KeptFit<CalibrationPlace, CalibrationFit, CalibrationReading>

extension KeptCalibration {
  /// A new one, which no second sheet has confirmed yet.
  package init(
    _ fit: CalibrationFit, from readings: [CalibrationReading], at place: CalibrationPlace,
    by act: Act
  ) {
    self.init(
      fit, from: readings.sorted { $0.mark < $1.mark }, at: place, by: act, confirmed: nil,
      doubt: .unchecked)
  }
}
