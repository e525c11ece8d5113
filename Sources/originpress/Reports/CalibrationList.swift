import Diagnostics
import Notation
import PrintDesk

/// Several calibrations, for people and for scripts.
struct CalibrationList {
  private let kept: [KeptCalibration]

  init(_ kept: [KeptCalibration]) { self.kept = kept }

  /// Writes the list to standard output.
  func write(asJSON: Bool) {
    if asJSON {
      let list = kept.map { CalibrationReport($0).json }
      return print(JSONWriter.text(.list(list)), terminator: "")
    }
    if kept.isEmpty { return print(Wording.noCalibrations.text(in: Outside.language)) }
    for calibration in kept { print(CalibrationReport(calibration).text) }
  }
}
