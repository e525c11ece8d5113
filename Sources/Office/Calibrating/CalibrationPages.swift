import Certificates
import Devices
import Diagnostics
import DisplayList
import Forms
import Measures
import PrintDesk
import Typesetting

/// The sheets of a calibration and the places of their marks, set for a printer.
struct CalibrationPages {
  private let subject: CalibrationSubject
  private let place: PrintingPlace
  private let sheet: CalibrationSheet
  /// The layout of the form whose frame the marks are set at.
  private let form: Layout?

  init(_ subject: CalibrationSubject, at place: PrintingPlace, in office: OfficeContext) throws {
    let (workshop, day) = (office.workshop, office.surroundings.today())
    let layout = try workshop.layout(form: "calibration", day: day)
    sheet = CalibrationSheet(
      of: layout, context: try workshop.plainContext(day: day),
      setBy: try workshop.typesetter(device: place.profile.name))
    form = try subject.form.map { try workshop.layout(form: $0, day: day) }
    (self.subject, self.place) = (subject, place)
  }

  /// Where the marks belong.
  ///
  /// - Throws: ``Refusal`` for a form without a frame on that side.
  var marks: CalibrationMarks {
    get throws(Refusal) {
      guard let form else { return sheet.marks }
      return CalibrationMarks(corners: try frame(of: form))
    }
  }

  /// The sheet, of which words say what it is for.
  ///
  /// - Parameter fit: how far the printer is off, where the sheet will be moved against it.
  /// - Returns: the sheet, not moved yet.
  /// - Throws: ``Refusal`` for a form without a frame on that side, and a text without room.
  func document(movedBy fit: CalibrationFit?) throws(Refusal) -> Document {
    let words = [
      place.printer.name, place.tray.name, subject.series ?? "",
      side == .front ? "front 正面" : "back 背面",
      fit != nil ? "with calibration 已校准" : "without calibration 未校准",
    ]
    let name = words.filter { !$0.isEmpty }.joined(separator: " · ")
    guard let form else { return try sheet.vernier(named: name, on: side) }
    return try sheet.overlay(named: name, on: side, over: try frame(of: form), within: reach(fit))
  }

  /// What of a page comes out at the printer: where its edges are, as long as nothing is corrected.
  private func reach(_ fit: CalibrationFit?) -> Rect {
    let (area, map) = (place.profile.printableArea, fit?.deviation ?? .identity)
    let corner = map.apply(area.origin)
    let end = map.apply(Point(x: area.right, y: area.bottom))
    return Rect(
      x: corner.x, y: corner.y, width: end.x - corner.x, height: end.y - corner.y)
  }

  private var side: Page.Side { subject.side == .front ? .front : .back }

  private func frame(of form: Layout) throws(Refusal) -> Rect {
    let face = side == .front ? form.front : form.overleaf
    guard let frame = face?.outline else {
      throw Refusal(Diagnostic(at: .field("form"), Wording.noFrame(form.form)))
    }
    return frame
  }
}
