import Devices
import Diagnostics
import DisplayList
import Measures
import PrintDesk
import Typesetting

/// A run of forms, set for a printer.
struct FormRunPages {
  let subject: CalibrationSubject
  let place: PrintingPlace
  let forms: Int
  let office: OfficeContext

  /// The run as long as the printer's medium says, of which words say what it is for.
  func document(isCorrected: Bool) throws -> Document {
    let (workshop, day) = (office.workshop, office.surroundings.today())
    let run = FormRun(
      of: try workshop.layout(form: "form-run", day: day),
      context: try workshop.plainContext(day: day),
      setBy: try workshop.typesetter(device: place.profile.name))
    let words = [
      place.printer.name, place.tray.name, subject.series ?? "",
      isCorrected ? "with measured length 已校准" : "without measured length 未校准",
    ]
    return try run.document(
      named: words.filter { !$0.isEmpty }.joined(separator: " · "), forms: forms,
      on: place.profile.medium)
  }
}

extension DeviceProfile {
  /// The paper that the printer takes first.
  var medium: Size {
    guard let medium = media.first.flatMap(MediaSize.init) else {
      preconditionFailure("a profile that was read has a medium")
    }
    return medium.size
  }
}
