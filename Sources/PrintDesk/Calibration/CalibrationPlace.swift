/// What a calibration holds for: a printer's tray, the stock that lies in it, and a side of the sheet.
package struct CalibrationPlace: Hashable, Sendable {
  /// The side of the sheet.
  package enum Side: String, CaseIterable, Sendable {
    case front, back
  }

  /// The printer and its feed path.
  package let tray: Tray
  /// The series of preprinted forms; `nil` for blank paper.
  package let series: String?
  /// The side that is printed on.
  package let side: Side

  /// A place from its parts.
  package init(tray: Tray, series: String?, side: Side) {
    self.tray = tray
    self.series = series
    self.side = side
  }
}
