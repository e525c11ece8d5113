import Devices
import DisplayList
import Measures
package import PrintDesk
import Store

/// What is known of how far the print is off at a place, for what goes onto preprinted forms.
///
/// What is printed on blank paper stays where it was set: there it meets nothing.
package struct PlaceCalibrations: Sendable {
  /// The calibrations that are applied, front before back.
  package let known: [KeptCalibration]
  /// How long the forms of a strip are; `nil` where nobody measured, and for sheets.
  package let formPitch: KeptFormPitch?
  private let turning: Turning?

  /// Calibrations for the sheets of a printer whose sheets a person may turn.
  init(_ known: [KeptCalibration], turning: Turning?) {
    self.known = known
    self.turning = turning
    formPitch = nil
  }

  /// What the register has for a place and the paper that lies in it.
  init(_ unit: UnitOfWork, at place: PrintingPlace, on paper: Paper) throws {
    turning = place.profile.turning
    formPitch = place.isInStrip ? try place.formPitch(carrying: paper.series, in: unit) : nil
    guard let series = paper.series else {
      known = []
      return
    }
    known = try CalibrationPlace.Side.allCases.compactMap { side in
      try unit.calibrations.calibration(
        at: CalibrationPlace(tray: place.tray, series: series, side: side))
    }
  }

  /// Whether everything is printed as it was set.
  package var isEmpty: Bool { known.isEmpty && formPitch == nil }

  /// The length that the printer is told for forms stated to be so long.
  func formLength(of stated: Length) -> Length { stated.corrected(by: formPitch) }

  /// A page with the calibration of its side, once.
  func apply(to page: Page, content: Content) -> DevicePage {
    let side: CalibrationPlace.Side = page.side == .front ? .front : .back
    let found = known.first { $0.place.side == side }?.fit.calibration ?? .none
    return page.calibrated(
      for: side == .back && turning?.rotation == .half ? found.turned(on: page.size) : found,
      content: content)
  }
}
