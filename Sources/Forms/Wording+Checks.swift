import Diagnostics
import Measures

/// Wording of what the checks of a layout find.
extension Wording {
  static let noFirstDay = Message(
    "forms.no-first-day",
    en: "'from' is missing: the first day of issue that the edition serves, such as 2024-01-01",
    zh: "缺少“from”：该版本适用的首个签发日期，例如 2024-01-01")

  static let likeOnFront = Message(
    "forms.like-on-front",
    en: "only a continuation sheet takes boxes over with 'like', and only from the front; "
      + "write the box out here",
    zh: "仅续页可用“like”沿用正面的栏；请在此写出该栏")

  static func duplicateText(_ id: String) -> Message {
    Message("forms.duplicate-text", en: "text '\(id)' is defined twice", zh: "文字“\(id)”重复定义")
  }

  static func other(at place: Place) -> Message {
    let position = position(place)
    return Message("forms.other", en: "the other stands at \(position)", zh: "另一处在 \(position)")
  }

  static func shared(_ size: Size, _ place: Place) -> Message {
    let area = "\(size.width) × \(size.height)"
    return Message(
      "forms.shared-area", en: "they share \(area); the other stands at \(position(place))",
      zh: "重叠 \(area)；另一栏在 \(position(place))")
  }

  static func outsideImageArea(_ what: String) -> Message {
    Message(
      "forms.outside-image-area", en: "\(what) reaches over the edge of the image area",
      zh: "\(what)超出图像区")
  }

  static func imageArea(_ area: Rect) -> Message {
    Message(
      "forms.image-area",
      en: "it goes from \(area.left) to \(area.right) and down from \(area.top) to \(area.bottom); "
        + "a form with another states 'image-area'",
      zh: "图像区横向 \(area.left)–\(area.right)，纵向 \(area.top)–\(area.bottom)；"
        + "不同者请写明“image-area”")
  }

  static func overCode(_ what: String) -> Message {
    Message(
      "forms.over-code", en: "\(what) stands over the verification code or its quiet zone",
      zh: "\(what)覆盖验证码或其空白区")
  }

  static func nearCode(_ what: String, _ gap: Length) -> Message {
    Message(
      "forms.near-code",
      en: "\(what) stands less than \(gap) from the verification code; move one of them",
      zh: "\(what)距验证码不足 \(gap)，请移开其中之一")
  }

  static func codeStands(_ frame: Rect) -> Message {
    Message(
      "forms.code-stands",
      en: "the code takes \(frame.left) to \(frame.right) and down \(frame.top) to \(frame.bottom)",
      zh: "验证码横向 \(frame.left)–\(frame.right)，纵向 \(frame.top)–\(frame.bottom)")
  }

  static func unverified(_ layout: String, _ parts: [String]) -> Message {
    let list = parts.joined(separator: ", ")
    return Message(
      "forms.unverified", en: "\(layout) is not held against the official form in: \(list)",
      zh: "\(layout) 以下部分尚未与官方格式核对：\(list)")
  }

  static func noFact(_ part: String) -> Message {
    Message(
      "forms.no-fact", en: "'facts' does not say what the \(part) rests on",
      zh: "“facts”未说明\(part)的依据")
  }

  static func noRow(of form: String, in table: String) -> Message {
    Message(
      "forms.no-row", en: "form \(form) needs a row in the policy table '\(table)'",
      zh: "格式 \(form) 在政策表“\(table)”中须有一行")
  }

  static func addRow(to table: String) -> Message {
    Message(
      "forms.add-row", en: "add it to Layouts/policy/\(table).yaml",
      zh: "请添加到 Layouts/policy/\(table).yaml")
  }

  static func otherLanguage(_ language: String) -> Message {
    Message(
      "forms.other-language", en: "kinds.yaml says that the form is filled in in \(language)",
      zh: "kinds.yaml 中该格式的填写语言为 \(language)")
  }

  static func datesGap(_ first: String, _ next: String) -> Message {
    Message(
      "forms.dates-gap", en: "no edition serves the days from \(first) until before \(next)",
      zh: "\(first) 起至 \(next) 前没有适用版本")
  }

  static func endEarlier(_ place: Place) -> Message {
    let position = position(place)
    return Message(
      "forms.end-earlier", en: "let the older one end the day before with 'until' at \(position)",
      zh: "请在 \(position) 用“until”使旧版本于前一日终止")
  }

  static func closeGap(_ place: Place) -> Message {
    let position = position(place)
    return Message(
      "forms.close-gap",
      en: "certificates of those days are refused; the older one ends at \(position)",
      zh: "该期间的证书将被拒绝；旧版本终止日期在 \(position)")
  }

  /// `file:line:column` without the path.
  private static func position(_ place: Place) -> String {
    Place(file: place.file, line: place.line, column: place.column).description
  }
}
