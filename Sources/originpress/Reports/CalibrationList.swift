import Diagnostics
import Notation
import PrintDesk

/// Several calibrations and lengths of forms, for people and for scripts.
struct CalibrationList {
  private let calibrations: [CalibrationReport]
  private let pitches: [FormPitchReport]

  init(_ kept: [KeptCalibration], _ pitches: [KeptFormPitch]) {
    calibrations = kept.map(CalibrationReport.init)
    self.pitches = pitches.map(FormPitchReport.init)
  }

  /// Writes the list to standard output.
  func write(asJSON: Bool) {
    if asJSON {
      let list = calibrations.map(\.json) + pitches.map(\.json)
      return print(JSONWriter.text(.list(list)), terminator: "")
    }
    let texts = calibrations.map(\.text) + pitches.map(\.text)
    if texts.isEmpty { return print(Wording.noCalibrations.text(in: Outside.language)) }
    for text in texts { print(text) }
  }
}
