import Diagnostics
import DisplayList

/// Every sentence of this module for people.
enum Wording {
  static func picture(_ place: String, reason: String) -> Message {
    Message(
      "rendering.picture",
      en: "The picture of \(place) cannot be used: \(reason); give it again as PNG or JPEG.",
      zh: "\(place) 的图片无法使用（\(reason)），请重新提供 PNG 或 JPEG 图片。")
  }

  static func pictureTooLarge(_ place: String, limit: Int) -> Message {
    Message(
      "rendering.picture-too-large",
      en: "The picture of \(place) has more than \(limit) pixels; give a smaller one.",
      zh: "\(place) 的图片超过 \(limit) 像素，请提供较小的图片。")
  }

  static func pictureSize(_ place: String) -> Message {
    Message(
      "rendering.picture-size",
      en: "The picture of \(place) has another size than stated; give it again.",
      zh: "\(place) 的图片尺寸与所述不符，请重新提供。")
  }

  static let unknownScan = Message(
    "rendering.unknown-scan",
    en: "The scan is neither PNG nor JPEG nor TIFF; scan again and save in one of these formats.",
    zh: "扫描件不是 PNG、JPEG 或 TIFF 格式，请重新扫描并保存为其中一种格式。")

  static func font(_ face: FaceID) -> Message {
    Message(
      "rendering.font", en: "The font face \(face.rawValue) cannot be used; check fonts.yaml.",
      zh: "字体 \(face.rawValue) 无法使用，请检查 fonts.yaml。")
  }

  static func glyphOrder(_ place: String) -> Message {
    Message(
      "rendering.glyph-order", en: "The glyphs of \(place) do not follow the order of its text.",
      zh: "\(place) 的字形次序与文字不符。")
  }

  static func drawing(_ reason: String) -> Message {
    Message(
      "rendering.drawing", en: "The page could not be drawn: \(reason).", zh: "页面绘制失败：\(reason)。")
  }

  static let noPages = Message(
    "rendering.no-pages", en: "There is no page to draw.", zh: "没有可绘制的页面。")

  static func resolution(_ dotsPerInch: Int, _ range: ClosedRange<Int>) -> Message {
    Message(
      "rendering.resolution",
      en: "\(dotsPerInch) dpi is out of range; ask for \(range.lowerBound) to \(range.upperBound).",
      zh: "分辨率 \(dotsPerInch) dpi 超出范围，请使用 \(range.lowerBound) 至 \(range.upperBound)。")
  }

  static func date(_ text: String) -> Message {
    Message(
      "rendering.date",
      en: "\"\(text)\" is not a date and time such as 2026-03-01T09:30:00+08:00.",
      zh: "“\(text)”不是日期时间，应如 2026-03-01T09:30:00+08:00。")
  }
}
