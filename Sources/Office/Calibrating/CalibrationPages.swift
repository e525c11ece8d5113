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
    let policies = try workshop.policies(of: nil)
    guard let kind = policies.kinds.first else { preconditionFailure("a site has kinds of forms") }
    let context = FieldContext(
      kind: kind, day: day, issuer: try workshop.issuer(), policies: policies)
    sheet = CalibrationSheet(
      of: layout, context: context,
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
  func document(isCalibrated: Bool) throws(Refusal) -> Document {
    let words = [
      place.printer.name, place.tray.name, subject.series ?? "",
      side == .front ? "front 正面" : "back 背面",
      isCalibrated ? "with calibration 已校准" : "without calibration 未校准",
    ]
    let name = words.filter { !$0.isEmpty }.joined(separator: " · ")
    guard let form else { return try sheet.vernier(named: name, on: side) }
    return try sheet.overlay(named: name, on: side, over: try frame(of: form))
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
