package import Certificates
package import Foundation

/// What a field of a certificate holds when a layout asks for it.
package enum FieldValue: Hashable, Sendable {
  case text(String)
  case number(Decimal)
  case integer(Int)
  case date(CalendarDate)
  /// Several dates, in the order of what they belong to.
  case dates([CalendarDate])
  /// ISO 3166-1 alpha-2; shown by name in the form's language.
  case country(String)
  /// Several countries, ISO 3166-1 alpha-2.
  case countries([String])
  /// Amounts in the order of what they belong to.
  case money([Money])
  case flag(Bool)

  /// The kinds of value, so that a layout's formats can be checked without a certificate.
  package enum Kind: String, Sendable {
    case text, number, integer, date, country, money, flag
  }
}
