import Devices
import Diagnostics
package import Measures

/// What a person reads at one mark of a calibration sheet.
package struct MarkReading: Hashable, Sendable {
  /// The mark's number, from 1.
  package let mark: Int
  /// Of a sheet that is read with a ruler, the distances from the left and top edge of the paper; of marks
  /// upon a form, the places on the two scales where the form's lines are.
  package let values: Point

  /// A reading from its parts.
  package init(mark: Int, values: Point) {
    self.mark = mark
    self.values = values
  }

  /// Where the mark came out.
  ///
  /// - Parameters:
  ///   - marks: the marks of the sheet.
  ///   - isUponForm: whether it was printed upon a form, whose lines then are where they belong.
  /// - Returns: the mark's place and where it came out.
  /// - Throws: ``Refusal`` for a number that no mark has.
  func reading(
    of marks: CalibrationMarks, isUponForm: Bool
  ) throws(Refusal) -> CalibrationReading {
    guard marks.places.indices.contains(mark - 1) else {
      throw Refusal(Diagnostic(at: .field("reading"), Wording.noMark(mark, marks.places.count)))
    }
    let nominal = marks.places[mark - 1]
    return CalibrationReading(
      mark: mark, nominal: nominal, read: isUponForm ? nominal - values : values)
  }
}
