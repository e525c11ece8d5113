import Diagnostics
import Measures

/// Every sentence of this module for people.
enum Wording {
  static let emptyText = Message(
    "barcode.empty", en: "There is no text for the QR code.", zh: "二维码没有内容。")

  static let nulCharacter = Message(
    "barcode.nul", en: "The text for the QR code has a NUL character; take it out.",
    zh: "二维码内容含有空字符（NUL），请删除。")

  static func textTooLong(bytes: Int) -> Message {
    Message(
      "barcode.too-long",
      en: "The text for the QR code is too long (\(bytes) bytes); shorten it or correct less.",
      zh: "二维码内容过长（\(bytes) 字节），请缩短内容或降低纠错等级。")
  }

  static func placeTooSmall(modules: Int, square: Rect, minimumModule: Length) -> Message {
    let side = min(square.width, square.height)
    return Message(
      "barcode.place-too-small",
      en: "The QR code of \(modules) modules with its quiet zone does not fit a square of \(side) "
        + "with modules of at least \(minimumModule); enlarge its place.",
      zh: "二维码连同空白区共 \(modules) 个模块，在 \(side) 见方的位置内模块小于 \(minimumModule)，请放大位置。")
  }
}
