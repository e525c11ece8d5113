import Devices
import Diagnostics
package import PrintDesk

/// What is to be calibrated, as a person names it.
package struct CalibrationSubject: Hashable, Sendable {
  /// The printer, as the register names it.
  package var printer: String
  /// Its tray, by IPP `media-source` keyword; `nil` for the first one of the profile.
  package var tray: String?
  /// The series of preprinted forms; `nil` for blank paper.
  package var series: String?
  /// The side of the sheet.
  package var side: CalibrationPlace.Side
  /// The form whose frame the marks are set at; `nil` for the sheet that is read with a ruler.
  package var form: String?
  /// How many forms a run has that shows how long they are; `nil` for sheets that show where marks stand.
  package var forms: Int?

  /// A subject from its parts.
  package init(
    printer: String, tray: String? = nil, series: String? = nil,
    side: CalibrationPlace.Side = .front, form: String? = nil, forms: Int? = nil
  ) {
    self.printer = printer
    self.tray = tray
    self.series = series
    self.side = side
    self.form = form
    self.forms = forms
  }

  /// Forms of a run: two at least, and as many as a box is seldom too short for.
  static let runs = 2...50

  /// What a calibration of it holds for.
  ///
  /// - Throws: ``Refusal`` for a tray of preprinted forms without their series, and a series where none lies.
  func place(at place: PrintingPlace) throws(Refusal) -> CalibrationPlace {
    if place.isNumbered, series == nil {
      throw Refusal(
        Diagnostic(at: .field("stock"), Wording.nameSeries(place.tray.name)))
    }
    if !place.isNumbered, series != nil {
      throw Refusal(
        Diagnostic(
          at: .field("tray"), Wording.noStockTray(place.tray.name, place.profile.name)))
    }
    if let forms {
      guard place.isInStrip else {
        throw Refusal(
          Diagnostic(at: .field("forms"), Wording.noTractor(place.tray.name, place.profile.name)))
      }
      guard Self.runs.contains(forms) else {
        throw Refusal(
          Diagnostic(
            at: .field("forms"), Wording.wrongRun(Self.runs.lowerBound, Self.runs.upperBound)))
      }
    }
    return CalibrationPlace(tray: place.tray, series: series, side: side)
  }
}
