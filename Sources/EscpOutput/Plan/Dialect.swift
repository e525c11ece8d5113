package import Devices

/// Which of the two command sets a printer answers to (dotmatrix.md §1.1).
package enum Dialect: String, CaseIterable, Sendable {
  /// ESC/P of 24-pin printers before ESC/P 2: positions in 1/180 inch.
  case classic
  /// ESC/P 2: positions in 1/360 inch.
  case escp2

  /// The step of positions in units of 1/360 inch.
  package var step: Int { self == .escp2 ? 1 : 2 }

  /// The best command set of a printer; `nil` when it takes neither.
  package init?(of profile: DeviceProfile) {
    for language in profile.languages {
      switch language {
      case .escp2: self = .escp2
      case .escp: self = .classic
      case .pdf, .pwgRaster, .oki5530: continue
      }
      return
    }
    return nil
  }
}
