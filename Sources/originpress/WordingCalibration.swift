import Devices
import Diagnostics
import Foundation
import Measures
import PrintDesk

/// What commands say about calibrations.
extension Wording {
  private static func signed(_ length: Length) -> String {
    let text = String(format: "%+.1f", length.mm)
    return (text == "-0.0" ? "+0.0" : text) + " mm"
  }

  private static func tenths(_ length: Length) -> String { String(format: "%.1f mm", length.mm) }

  /// How far the print is moved: to the right and down where the figures are positive.
  static func shift(_ shift: Point) -> Message {
    let (x, y) = (signed(shift.x), signed(shift.y))
    return Message(
      "command.shift", en: "left/right \(x), up/down \(y)", zh: "左右 \(x), 上下 \(y)")
  }

  static let calibrationConfirmed = Message(
    "command.calibration-confirmed", en: "confirmed", zh: "已确认")

  static func awaitsConfirmation(_ doubt: KeptCalibration.Doubt) -> Message {
    switch doubt {
    case .unchecked:
      Message(
        "command.calibration-unchecked", en: "not confirmed: no second sheet was read",
        zh: "待确认：尚未用第二张校准页核对")
    case .newLot:
      Message(
        "command.calibration-new-lot", en: "to be confirmed again: a new lot of forms came in",
        zh: "待重新确认：新到一批纸张")
    case .serviced:
      Message(
        "command.calibration-serviced", en: "to be confirmed again: the printer was serviced",
        zh: "待重新确认：打印机检修过")
    }
  }

  static func calibrationFound(readings: Int, residual: Length, by person: String) -> Message {
    Message(
      "command.calibration-found",
      en: "from \(readings) marks, which agree within \(tenths(residual)), by \(person)",
      zh: "\(readings) 个标记，相互吻合在 \(tenths(residual)) 以内，录入人 \(person)")
  }

  /// How much longer each form is than stated, from micrometres.
  static func formPitch(_ micrometres: Int) -> Message {
    let text = String(format: "%+.3f mm", Double(micrometres) / 1000)
    return Message(
      "command.form-pitch", en: "form length \(text) each", zh: "每张长度 \(text)")
  }

  static func formPitchFound(readings: Int, residual: Length, by person: String) -> Message {
    Message(
      "command.form-pitch-found",
      en: "from \(readings) forms, which agree within \(tenths(residual)), by \(person)",
      zh: "\(readings) 张读数，相互吻合在 \(tenths(residual)) 以内，录入人 \(person)")
  }

  static func noFormReading(_ text: String) -> Message {
    Message(
      "command.no-form-reading", en: "'\(text)' is no reading; write it as 10=39.4",
      zh: "“\(text)”不是读数，请写作 张号=毫米：10=39.4")
  }

  static func sheetEnding(_ path: String) -> Message {
    Message(
      "command.sheet-ending", en: "a sheet is written as .pdf, .png or .prn, not as '\(path)'",
      zh: "校准页可写为 .pdf、.png 或 .prn，不能写为“\(path)”")
  }

  static func profileEnding(_ path: String) -> Message {
    Message(
      "command.profile-ending", en: "a profile is written as .yaml, not as '\(path)'",
      zh: "打印机配置应写为 .yaml，不能写为“\(path)”")
  }

  static func profileExists(_ path: String) -> Message {
    Message(
      "command.profile-exists", en: "'\(path)' is there already; take another name, or --replace",
      zh: "“\(path)”已存在，请换名，或加 --replace")
  }

  static let printSecondRun = Message(
    "command.print-second-run",
    en: "print a second run with --forms --sheet --check, read it, and enter it with --check",
    zh: "请用 --forms --sheet --check 再打印一次，读数后用 --check 录入")

  static let noCalibrations = Message(
    "command.no-calibrations", en: "no calibration is kept", zh: "没有校准记录")

  static let printSecondSheet = Message(
    "command.print-second-sheet",
    en: "print a second sheet with --sheet --check, read it, and enter it with --check",
    zh: "请用 --sheet --check 打印第二张校准页，读数后用 --check 录入")

  static func askMark(_ mark: Int, _ place: Point, isUponForm: Bool) -> Message {
    let (x, y) = (tenths(place.x), tenths(place.y))
    return isUponForm
      ? Message(
        "command.ask-tick", en: "mark \(mark): ticks on the form's lines, as x,y (-3 to 3): ",
        zh: "标记 \(mark)：证书边框线所在的刻度，x,y（-3 至 3）：")
      : Message(
        "command.ask-mark", en: "mark \(mark), set at \(x), \(y): read x,y in mm: ",
        zh: "标记 \(mark)（应在 \(x)，\(y)）：读数 x,y（毫米）：")
  }

  static func noReading(_ text: String) -> Message {
    Message(
      "command.no-reading", en: "'\(text)' is no reading; write it as 1=30.2,40.1",
      zh: "“\(text)”不是读数，请写作 标记=两个数：1=30.2,40.1")
  }

  /// What a second sheet says that does not confirm the calibration.
  static func checkFailed(_ check: CalibrationCheck) -> Message {
    switch check {
    case .confirmed: calibrationConfirmed
    case .appliedTwice:
      Message(
        "command.applied-twice",
        en: "the sheet was moved twice: something else moves it too, perhaps the printer's menu",
        zh: "校准被应用了两次：打印机菜单等处还有另一个偏移设置")
    case .notApplied:
      Message(
        "command.not-applied",
        en: "the sheet was not moved: was it printed with --sheet --check?",
        zh: "校准未生效：打印该页时未加 --check，或打印机又移了回去")
    case .off(let distance):
      Message(
        "command.still-off",
        en: "a mark is off by \(tenths(distance)): calibrate anew from a sheet without --check",
        zh: "有标记偏离 \(tenths(distance))：请不加 --check 重新打印并校准")
    }
  }
}
