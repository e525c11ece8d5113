/// Where calibrations are kept; used inside a unit of work.
package protocol CalibrationRepository {
  /// The calibration of a place; `nil` when there is none.
  func calibration(at place: CalibrationPlace) throws -> KeptCalibration?
  /// Every calibration, by printer, tray, series and side.
  func calibrations() throws -> [KeptCalibration]
  /// Puts a calibration in the place of the one that its place had.
  func keep(_ calibration: KeptCalibration) throws
}

extension CalibrationRepository {
  /// Has every calibration of some kind confirmed again before it is relied upon.
  package func doubt(
    _ reason: KeptCalibration.Doubt, where isMeant: (CalibrationPlace) -> Bool
  ) throws {
    for known in try calibrations() where isMeant(known.place) {
      try keep(known.doubted(for: reason))
    }
  }
}
