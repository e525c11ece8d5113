/// Why a second print has to show once more that something is right.
package enum CalibrationDoubt: String, CaseIterable, Sendable {
  /// No second print was read yet.
  case unchecked
  /// Forms of another delivery came in, whose print and length may differ.
  case newLot = "new-lot"
  /// Somebody worked on the printer.
  case serviced
}
