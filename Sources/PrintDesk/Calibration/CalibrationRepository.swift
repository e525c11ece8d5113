/// Where calibrations and lengths of forms are kept; used inside a unit of work.
package protocol CalibrationRepository {
  /// The calibration of a place; `nil` when there is none.
  func calibration(at place: CalibrationPlace) throws -> KeptCalibration?
  /// Every calibration, by printer, tray, series and side.
  func calibrations() throws -> [KeptCalibration]
  /// Puts a calibration in the place of the one that its place had.
  func keep(_ calibration: KeptCalibration) throws

  /// The length of the forms of a place; `nil` when nobody measured it.
  func formPitch(at place: FormPitchPlace) throws -> KeptFormPitch?
  /// Every length of forms, by printer, tray and series.
  func formPitches() throws -> [KeptFormPitch]
  /// Puts a length of forms in the place of the one that its place had.
  func keep(_ formPitch: KeptFormPitch) throws
}

extension CalibrationRepository {
  /// Has everything that is known of some places confirmed again before it is relied upon.
  package func doubt(
    _ reason: CalibrationDoubt, where isMeant: (CalibrationPlace) -> Bool
  ) throws {
    for known in try calibrations() where isMeant(known.place) {
      try keep(known.doubted(for: reason))
    }
    for known in try formPitches() where isMeant(known.place.front) {
      try keep(known.doubted(for: reason))
    }
  }
}
