import Diagnostics

/// All wording of this module.
enum Wording {
  static func notADate(_ text: String) -> Message {
    Message(
      "certificate.not-a-date", en: "'\(text)' is not a date; write YYYY-MM-DD",
      zh: "“\(text)”不是日期，请写成 YYYY-MM-DD")
  }
}
