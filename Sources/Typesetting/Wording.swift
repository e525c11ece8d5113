import Diagnostics
import Measures

/// All wording of this module.
enum Wording {
  static func fixedTextTooLong(_ rest: String) -> Message {
    let start = String(rest.prefix(40))
    return Message(
      "typesetting.fixed-text",
      en: "the words of the form do not fit their frame; left over: '\(start)'",
      zh: "表格文字放不进其框，余下：“\(start)”")
  }

  static func notesTooLong(_ minimum: Length) -> Message {
    let points = minimum.pt
    return Message(
      "typesetting.notes", en: "the overleaf notes do not fit at \(points) pt",
      zh: "背页说明在 \(points) 磅时仍放不下")
  }

  static func noRoom(box: String?, rest: Int, minimum: Length) -> Message {
    let box = box ?? "-"
    return Message(
      "typesetting.no-room",
      en: "box \(box) has no room for \(rest) characters of it at \(minimum.pt) pt",
      zh: "第 \(box) 栏在最小字号 \(minimum.pt) 磅时仍有 \(rest) 个字符放不下")
  }

  static let shorten = Message(
    "typesetting.shorten", en: "shorten the text", zh: "请缩短文字")

  static func enlarge(_ text: String) -> Message {
    let start = String(text.prefix(40)).replacing("\n", with: " ")
    return Message(
      "typesetting.enlarge",
      en: "a sample certificate says '\(start)…' there; enlarge the frame or let it overflow",
      zh: "样例证书此处为“\(start)…”；请加大文字框或设置“overflow”")
  }

  static let wordsOverCode = Message(
    "typesetting.words-over-code",
    en: "these words stand over the verification code or its quiet zone",
    zh: "该文字覆盖验证码或其空白区")

  static func finerDots(_ form: String, _ device: String, dots: Int) -> Message {
    Message(
      "typesetting.finer-dots",
      en: "form \(form) keeps no larger place for its code and '\(device)' prints \(dots) dots per "
        + "inch; take a printer with finer dots",
      zh: "\(form) 证书没有更大的二维码位置，设备“\(device)”每英寸仅 \(dots) 点，请改用点距更细的打印机")
  }

  static func outsidePrintable(box: String, device: String) -> Message {
    Message(
      "typesetting.outside-printable",
      en: "box \(box) lies outside the printable area of device '\(device)'",
      zh: "第 \(box) 栏超出设备“\(device)”的可打印区域")
  }
}
