/// A certificate that was issued before.
package struct EarlierCertificate: Hashable, Sendable {
  /// The number it was issued under.
  package var number: String
  /// Its date of issue.
  package var date: CalendarDate?
  /// ISO 3166-1 alpha-2 of the issuing country.
  package var country: String?
  /// The issuing body.
  package var authority: String?

  /// An earlier certificate of which only the number is known.
  package init(number: String) { self.number = number }
}
