import Diagnostics

/// All wording of this module: what is said of reading stands here, of policies and rules beside.
enum Wording {
  static func notADate(_ text: String) -> Message {
    Message(
      "certificate.not-a-date", en: "'\(text)' is not a date; write YYYY-MM-DD",
      zh: "“\(text)”不是日期，请写成 YYYY-MM-DD")
  }

  static func notANumber(_ found: Message) -> Message {
    Message(
      "certificate.not-a-number", en: "expected a number without quotes, found \(found.english)",
      zh: "应为不带引号的数字，实为\(found.chinese)")
  }

  static func notAList(_ found: Message) -> Message {
    Message(
      "certificate.not-a-list", en: "expected a list, found \(found.english)",
      zh: "应为列表，实为\(found.chinese)")
  }

  static let imageSource = Message(
    "certificate.image-source", en: "a picture has either 'path' or 'base64'",
    zh: "图片须且只须给出“path”或“base64”之一")

  static func imagePath(_ path: String) -> Message {
    Message(
      "certificate.image-path",
      en: "'\(path)' must be a path inside the certificate's folder, without '..'",
      zh: "“\(path)”须为证书所在文件夹内的路径，不可含“..”")
  }

  static func imageUnreadable(_ path: String, _ cause: String) -> Message {
    Message(
      "certificate.image-unreadable", en: "'\(path)' cannot be read: \(cause)",
      zh: "无法读取“\(path)”：\(cause)")
  }

  static let notBase64 = Message(
    "certificate.not-base64", en: "this is not base64", zh: "不是有效的 base64")

  static func imageTooLarge(bytes: Int) -> Message {
    Message(
      "certificate.image-bytes", en: "the picture is larger than \(bytes >> 20) MiB",
      zh: "图片超过 \(bytes >> 20) MiB")
  }

  static func imageTooLarge(width: Int, height: Int) -> Message {
    Message(
      "certificate.image-pixels",
      en: "the picture has \(width) × \(height) pixels, more than 20 million",
      zh: "图片为 \(width) × \(height) 像素，超过 2000 万像素")
  }

  static func image(_ fault: ImageHeader.Fault) -> Message {
    switch fault {
    case .unknownFormat:
      Message(
        "certificate.image-format", en: "the picture is neither PNG nor JPEG",
        zh: "图片不是 PNG 或 JPEG")
    case .truncated:
      Message("certificate.image-truncated", en: "the picture is cut off", zh: "图片不完整")
    case .damaged:
      Message("certificate.image-damaged", en: "the picture is damaged", zh: "图片已损坏")
    }
  }
}
