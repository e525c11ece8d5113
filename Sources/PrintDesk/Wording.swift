import Diagnostics

/// All wording of this module.
enum Wording {
  static func operatorID(_ id: String) -> Message {
    Message(
      "desk.operator-id",
      en: "'\(id)' is no operator id; use up to 32 small letters, digits and hyphens",
      zh: "“\(id)”不能用作操作员代号，请用小写字母、数字和连字符，最多 32 个")
  }

  static let noName = Message("desk.no-name", en: "the name is missing", zh: "缺少姓名")

  static let pinLength = Message(
    "desk.pin-length", en: "a PIN has 4 to 64 characters", zh: "PIN 为 4 至 64 个字符")
}
