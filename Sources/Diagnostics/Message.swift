/// One sentence for a person, in English and in Chinese, under a stable key.
///
/// Each module keeps all its messages in one file named `Wording.swift`.
package struct Message: Hashable, Sendable {
  /// A stable name such as `certificate.item-cap`, for scripts and tests.
  package let key: String
  /// The sentence in English.
  package let english: String
  /// The sentence in Chinese.
  package let chinese: String

  /// A message from its key and the sentence in both languages.
  package init(_ key: String, en english: String, zh chinese: String) {
    self.key = key
    self.english = english
    self.chinese = chinese
  }

  /// The sentence in one of the languages.
  package func text(in language: Language) -> String {
    language == .chinese ? chinese : english
  }

  /// A language that messages are written in.
  package enum Language: String, Sendable {
    case english = "en"
    case chinese = "zh"
  }
}
