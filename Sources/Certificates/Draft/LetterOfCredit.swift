/// The letter of credit that pays for the goods (S2-93).
package struct LetterOfCredit: Hashable, Sendable {
  /// The letter's number.
  package var number: String
  /// The day it was opened.
  package var date: CalendarDate?

  /// A letter of credit of which only the number is known.
  package init(number: String) { self.number = number }
}
