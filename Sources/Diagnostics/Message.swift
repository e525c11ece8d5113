/// One sentence for a person, in English and in Chinese, under a stable key.
///
/// Each module keeps all its messages in one file named `Wording.swift`.
package struct Message: Hashable, Sendable {
  /// A stable name such as `certificate.item-cap`, for scripts and tests.
  package let key: String
  package let english: String
  package let chinese: String

  package init(_ key: String, en english: String, zh chinese: String) {
    self.key = key
    self.english = english
    self.chinese = chinese
  }

  package func text(in language: Language) -> String {
    language == .chinese ? chinese : english
  }

  /// A language that messages are written in.
  package enum Language: String, Sendable {
    case english = "en"
    case chinese = "zh"
  }
}
