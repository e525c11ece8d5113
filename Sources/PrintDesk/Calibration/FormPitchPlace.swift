/// What a length of forms holds for: a printer's feed path and the forms on it.
package struct FormPitchPlace: Hashable, Sendable {
  /// The printer and its feed path.
  package let tray: Tray
  /// The series of preprinted forms; `nil` for blank ones.
  package let series: String?

  /// A place from its parts.
  package init(tray: Tray, series: String?) {
    self.tray = tray
    self.series = series
  }

  /// The place as calibrations have it: what moves the print on the fronts may change their length.
  package var front: CalibrationPlace {
    CalibrationPlace(tray: tray, series: series, side: .front)
  }
}
