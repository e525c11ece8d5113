package import Measures

/// The resident font of an impact printer: letter quality, 24 pins, 180 dots per inch down.
extension DeviceProfile {
  /// The advances of its characters from wide to narrow: 10, 12, 15, 17.14 and 20 characters to the inch,
  /// none wider than the profile states (ESC/P Reference Manual, `ESC P`, `ESC M`, `ESC g`, `SI`).
  package var residentPitches: [Length] {
    guard let widest = residentPitch else { return [] }
    return [36, 30, 24, 21, 18].map { Length(units: Length.unitsPerInch / 360 * $0) }
      .filter { $0 <= widest }
  }

  /// From the top of a character's cell to its baseline: 20 of the 24 pins.
  package static let residentAscent = Length(units: Length.unitsPerInch / 180 * 20)
  /// From the baseline to the foot of the cell.
  package static let residentDescent = Length(units: Length.unitsPerInch / 180 * 4)
  /// Lines that are nearer meet: 1/8 inch, as on the printer's own panel.
  package static let residentLine = Length(units: Length.unitsPerInch / 8)
}
