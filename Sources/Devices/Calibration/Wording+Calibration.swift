import Diagnostics
import Measures

/// What is said about the readings of a calibration.
extension Wording {
  private static func tenths(_ length: Length) -> String {
    let tenths = Int((length.mm * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10) mm"
  }

  static let noReadings = Message(
    "calibration.no-readings", en: "no mark was read", zh: "没有任何标记的读数")

  static func markTwice(_ mark: Int) -> Message {
    Message(
      "calibration.mark-twice", en: "mark \(mark) has two readings", zh: "标记 \(mark) 有两个读数")
  }

  static func markFar(_ mark: Int, _ distance: Length) -> Message {
    Message(
      "calibration.mark-far",
      en: "mark \(mark) was read \(tenths(distance)) from its place: read it again, or look which "
        + "paper is in the printer",
      zh: "标记 \(mark) 的读数偏离 \(tenths(distance))：请重新读取，或检查打印机内的纸张")
  }

  static func marksDisagree(_ suspects: [Int], _ distance: Length) -> Message {
    let names = suspects.map(String.init)
    let (english, chinese) = (names.joined(separator: " and "), names.joined(separator: "、"))
    return Message(
      "calibration.marks-disagree",
      en: "the marks disagree by \(tenths(distance)): read \(english) again",
      zh: "标记之间相差 \(tenths(distance))：请重新读取标记 \(chinese)")
  }

  static func wrongScale(_ factor: Double) -> Message {
    let thousandths = Int((factor * 1000).rounded())
    return Message(
      "calibration.wrong-scale",
      en: "the print is \(thousandths) ‰ of its size: switch scaling off, look at the length of "
        + "the form",
      zh: "打印尺寸为 \(thousandths) ‰：请关闭缩放，并检查纸张长度设置")
  }

  static func tilted(_ rise: Length) -> Message {
    Message(
      "calibration.tilted", en: "the lines rise or fall by \(tenths(rise)) over the sheet",
      zh: "整页文字倾斜 \(tenths(rise))")
  }

  static let loadStraight = Message(
    "calibration.load-straight", en: "load the paper straight and print the sheet again",
    zh: "请将纸张放正后重新打印")

  // MARK: Runs of forms

  static let fewForms = Message(
    "calibration.few-forms", en: "read two forms at least, the first and the last of the run",
    zh: "至少要读两张，即首张和末张")

  static func formTwice(_ form: Int) -> Message {
    Message(
      "calibration.form-twice", en: "form \(form) has two readings", zh: "第 \(form) 张有两个读数")
  }

  static func noForm(_ form: Int, _ count: Int) -> Message {
    Message(
      "calibration.no-form", en: "the run has no form \(form); its forms are 1 to \(count)",
      zh: "没有第 \(form) 张，共有 1 至 \(count) 张")
  }

  static func wrongPitch(_ pitch: Length) -> Message {
    Message(
      "calibration.wrong-pitch",
      en: "forms that differ by \(tenths(pitch)) each are others than the printer was told: read "
        + "again, or look which forms are in it",
      zh: "每张相差 \(tenths(pitch))，纸张长度与设定不符：请重新读取，或检查打印机内的纸张")
  }

  static func formsDisagree(_ distance: Length) -> Message {
    Message(
      "calibration.forms-disagree",
      en: "a line is \(tenths(distance)) from where the others have it: read them again",
      zh: "有一条线与其余各张相差 \(tenths(distance))：请重新读取")
  }

  static let marksInLine = Message(
    "calibration.marks-in-line", en: "the marks that were read stand in one line: read another one",
    zh: "所读标记在同一直线上：请再读一个标记")
}
