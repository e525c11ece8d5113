import Devices
import Measures
import PrintDesk
import Store

/// How long the forms of a stack really are.
extension PrintingPlace {
  /// The length that the printer is to be told for each form at this place.
  ///
  /// It is the stated one and what was found to be more (dotmatrix.md 4.2), which is added nowhere else.
  ///
  /// - Parameters:
  ///   - stated: the length of the medium, or of the pages.
  ///   - series: the series of the forms; `nil` for blank ones.
  ///   - unit: the register.
  /// - Returns: the corrected length, or the stated one where nobody measured.
  /// - Throws: what the register throws.
  func formLength(
    of stated: Length, carrying series: String?, in unit: UnitOfWork
  ) throws -> Length {
    let place = FormPitchPlace(tray: tray, series: series)
    return stated + (try unit.calibrations.formPitch(at: place)?.fit.pitch ?? .zero)
  }
}
