import Certificates
import Foundation

extension FieldValue {
  /// The value as the form writes it.
  ///
  /// - Parameters:
  ///   - format: how to write it; the checker has made sure that it suits the value.
  ///   - language: the form's, for values without a format.
  /// - Returns: the text, empty for a flag that is not set.
  func text(_ format: FieldFormat?, language: Layout.Language) -> String {
    switch self {
    case .text(let text): Self.text(text, format)
    case .integer(let number): format == .words ? NumberWords.english(number) : "\(number)"
    case .number(let number): DecimalFormat.plain(number)
    case .date(let date): Self.text(date, format, language)
    case .dates(let dates): Self.list(dates.map { Self.text($0, format, language) }, language)
    case .country(let code): Self.name(of: code, format, language)
    case .countries(let codes):
      Self.list(codes.map { Self.name(of: $0, format, language) }, language)
    case .money(let amounts):
      Self.list(
        amounts.map { format == .words ? AmountText.words($0) : AmountText.money($0) }, language)
    case .flag(let flag): flag ? "X" : ""
    }
  }

  private static func text(_ text: String, _ format: FieldFormat?) -> String {
    switch format {
    case .upper?: text.uppercased()
    case .capitalized?: text.capitalized
    case .heading?: HSText.dotted(String(text.prefix(4)))
    case .dotted?: HSText.dotted(text)
    default: text
    }
  }

  private static func text(
    _ date: CalendarDate, _ format: FieldFormat?, _ language: Layout.Language
  ) -> String {
    let isChinese = format == .chineseDate || (format != .date && language == .chinese)
    return DateText.text(date, language: isChinese ? .chinese : .english)
  }

  private static func name(
    of code: String, _ format: FieldFormat?, _ language: Layout.Language
  ) -> String {
    if format == .code { return code }
    let isChinese = format == .chineseName || (format != .englishName && language == .chinese)
    let country = Country(code)
    return (isChinese ? country?.chinese : country?.english) ?? code
  }

  /// Several values in one text.
  static func list(_ texts: [String], _ language: Layout.Language) -> String {
    texts.joined(separator: language == .chinese ? "、" : ", ")
  }
}
