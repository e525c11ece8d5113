import Certificates

extension FieldValue {
  /// The value as the form writes it.
  ///
  /// - Parameters:
  ///   - format: how to write it; the checker has made sure that it suits the value.
  ///   - language: the form's, for values without a format.
  /// - Returns: the text, empty for a flag that is not set.
  func text(_ format: FieldFormat?, language: Layout.Language) -> String {
    switch (self, format) {
    case (.text(let text), .upper?): text.uppercased()
    case (.text(let text), .heading?): HSText.dotted(String(text.prefix(4)))
    case (.text(let text), .dotted?): HSText.dotted(text)
    case (.text(let text), _): text
    case (.integer(let number), .words?): NumberWords.english(number)
    case (.integer(let number), _): "\(number)"
    case (.number(let number), _): DecimalFormat.plain(number)
    case (.date(let date), .chineseDate?): DateText.text(date, language: .chinese)
    case (.date(let date), .date?): DateText.text(date, language: .english)
    case (.date(let date), _):
      DateText.text(date, language: language == .chinese ? .chinese : .english)
    case (.country(let code), .chineseName?): Country(code)?.chinese ?? code
    case (.country(let code), .englishName?): Country(code)?.english ?? code
    case (.country(let code), _):
      (language == .chinese ? Country(code)?.chinese : Country(code)?.english) ?? code
    case (.flag(let flag), _): flag ? "X" : ""
    }
  }
}
