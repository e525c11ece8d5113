package import Measures

/// Where one mark of a calibration sheet came out, as a person read it with a ruler.
package struct CalibrationReading: Hashable, Codable, Sendable {
  /// The mark's number, from 1.
  package let mark: Int
  /// Where it belongs.
  package let nominal: Point
  /// Where it stands: its distances from the left and top edge of the paper, to 0.1 mm.
  package let read: Point

  /// A reading from its parts.
  package init(mark: Int, nominal: Point, read: Point) {
    self.mark = mark
    self.nominal = nominal
    self.read = read
  }
}
