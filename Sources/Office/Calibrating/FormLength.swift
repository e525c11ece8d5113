import Devices
import Measures
import PrintDesk
import Store

/// How long the forms of a stack really are (dotmatrix.md 4.2).
extension PrintingPlace {
  /// What is kept of the length of the forms at this place, or `nil` where nobody measured.
  ///
  /// - Parameters:
  ///   - series: the series of the forms; `nil` for blank ones.
  ///   - unit: the register.
  /// - Returns: what is kept.
  /// - Throws: what the register throws.
  func formPitch(carrying series: String?, in unit: UnitOfWork) throws -> KeptFormPitch? {
    try unit.calibrations.formPitch(at: FormPitchPlace(tray: tray, series: series))
  }
}

extension Length {
  /// The length that a printer is told for forms stated to be this long: with what was found to be more, which
  /// is added nowhere else.
  func corrected(by pitch: KeptFormPitch?) -> Length { self + (pitch?.fit.pitch ?? .zero) }
}
