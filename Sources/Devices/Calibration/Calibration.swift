package import Measures

/// How far a printer's marks stand from where they were asked for, and the map that corrects it.
///
/// One calibration holds for one printer, stock, feed path and side of the sheet.
package struct Calibration: Hashable, Codable, Sendable {
  /// From page coordinates to the coordinates to be sent.
  package let correction: Transform

  /// A calibration from the map that corrects the printer's deviation.
  package init(correction: Transform) { self.correction = correction }

  /// A printer that prints where it is told to.
  package static let none = Calibration(correction: .identity)
}
