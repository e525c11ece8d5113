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
