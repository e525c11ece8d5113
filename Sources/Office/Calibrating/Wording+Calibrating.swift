import Diagnostics

/// What the use case of calibrating printers says.
extension Wording {
  static func nameSeries(_ tray: String) -> Message {
    Message(
      "office.name-series",
      en: "in tray '\(tray)' lie preprinted forms: name their series with --stock",
      zh: "纸盒“\(tray)”中是预印纸张，请用 --stock 指定系列")
  }

  static func trayHoldsStock(_ tray: String) -> Message {
    Message(
      "office.tray-holds-stock", en: "by the register numbered sheets lie in tray '\(tray)'",
      zh: "按登记，纸盒“\(tray)”中装有带编号的纸张")
  }

  static let emptyTray = Message(
    "office.empty-tray",
    en: "take them out, run 'originpress stock store', and lay plain paper or a spoiled form in",
    zh: "请取出并运行 originpress stock store，再放入普通纸或已作废的纸张")

  static func noTractor(_ tray: String, _ profile: String) -> Message {
    Message(
      "office.no-tractor",
      en: "tray '\(tray)' of '\(profile)' feeds single sheets; runs are for forms in one strip",
      zh: "“\(profile)”的纸盒“\(tray)”送单页纸；连续纸长度测试只用于连续纸")
  }

  static func wrongRun(_ least: Int, _ most: Int) -> Message {
    Message(
      "office.wrong-run", en: "a run has \(least) to \(most) forms",
      zh: "连续纸长度测试为 \(least) 至 \(most) 张")
  }

  static func notMeasured(_ printer: String) -> Message {
    Message(
      "office.not-measured",
      en: "the forms of this tray and stock of '\(printer)' were not measured",
      zh: "“\(printer)”的该纸盒和纸张尚未测量长度")
  }

  static let measureFirst = Message(
    "office.measure-first",
    en:
      "print a run with 'originpress printer calibrate --forms 10 --sheet' and enter what is read",
    zh: "请先用 originpress printer calibrate --forms 10 --sheet 打印，读数并录入")

  static func noMark(_ mark: Int, _ count: Int) -> Message {
    Message(
      "office.no-mark", en: "the sheet has no mark \(mark); its marks are 1 to \(count)",
      zh: "校准页没有标记 \(mark)，标记为 1 至 \(count)")
  }

  static func noFrame(_ form: String) -> Message {
    Message(
      "office.no-frame", en: "form \(form) has no frame on this side",
      zh: "证书 \(form) 的这一面没有边框")
  }

  static func notCalibrated(_ printer: String) -> Message {
    Message(
      "office.not-calibrated", en: "nothing is kept for this tray, stock and side of '\(printer)'",
      zh: "“\(printer)”的该纸盒、纸张和面尚未校准")
  }

  static let calibrateFirst = Message(
    "office.calibrate-first",
    en: "print a sheet with 'originpress printer calibrate --sheet' and enter what is read of it",
    zh: "请先用 originpress printer calibrate --sheet 打印校准页，读数并录入")
}
