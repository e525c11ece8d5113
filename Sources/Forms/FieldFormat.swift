/// How a field's value is written; the name stands after `|` in a pattern.
package enum FieldFormat: String, CaseIterable, Sendable {
  /// `MAY.05,2026`, the habit of printed certificates (forms-2 §6.3).
  case date
  /// `2026年5月5日`.
  case chineseDate = "chinese-date"
  /// Upper case.
  case upper
  /// A capital at the start of each word only: `Original`.
  case capitalized
  /// A number in words: `THREE HUNDRED AND SIX`; an amount as `USD TWELVE AND 50/100`.
  case words
  /// The first four digits of an HS code as `87.14`.
  case heading
  /// An HS code as `8714.96`.
  case dotted
  /// A country's Chinese name.
  case chineseName = "chinese-name"
  /// A country's English name.
  case englishName = "english-name"
  /// A country's code of ISO 3166-1.
  case code
  /// The text, or the form's word for none (无) where there is none (ECFA fills every box).
  case orNone = "or-none"

  /// The kinds of value the format can write.
  package var kinds: Set<FieldValue.Kind> {
    switch self {
    case .date, .chineseDate: [.date]
    case .upper, .capitalized, .heading, .dotted: [.text]
    case .orNone: [.text, .date, .country, .money]
    case .words: [.integer, .money]
    case .chineseName, .englishName, .code: [.country]
    }
  }
}
