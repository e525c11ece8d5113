package import Diagnostics

/// Numbered sheets that came in together: every number from the first to the last.
package struct StockRange: Hashable, Sendable {
  /// The series.
  package let series: String
  /// What stands before the digits, such as `CR`; often nothing.
  package let prefix: String
  /// How many digits there are.
  package let width: Int
  /// The first and the last number.
  package let bounds: ClosedRange<Int>

  /// The most sheets of one range: a typing error must not fill the register.
  package static let largest = 20_000
  /// The most digits of a number.
  private static let mostDigits = 15

  /// A range from its first and last number as they stand on the paper.
  ///
  /// - Throws: ``Refusal`` for texts without digits, of different shape or in the wrong order, and for more
  ///   than ``largest`` sheets.
  package init(series: String, first: String, last: String) throws(Refusal) {
    let (start, end) = (Self.parts(first), Self.parts(last))
    guard let from = Int(start.digits), let to = Int(end.digits), !series.isEmpty,
      start.digits.count <= Self.mostDigits, start.digits.count == end.digits.count,
      start.prefix == end.prefix
    else { throw Self.refusal(Wording.noRange(first, last)) }
    guard from <= to else { throw Self.refusal(Wording.rangeBackwards(first, last)) }
    guard to - from < Self.largest else { throw Self.refusal(Wording.rangeTooLong(Self.largest)) }
    self.series = series
    prefix = start.prefix
    width = start.digits.count
    bounds = from...to
  }

  /// The numbers in it, in order.
  package var numbers: [StockNumber] {
    bounds.map { StockNumber(series: series, text: text($0)) }
  }

  /// How many sheets it has.
  package var count: Int { bounds.count }

  private func text(_ number: Int) -> String {
    let digits = String(number)
    return prefix + String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  /// What stands before the last run of digits, and that run.
  private static func parts(_ text: String) -> (prefix: String, digits: String) {
    let digits = text.reversed().prefix { ("0"..."9").contains($0) }.count
    return (String(text.dropLast(digits)), String(text.suffix(digits)))
  }

  private static func refusal(_ message: Message) -> Refusal {
    Refusal(Diagnostic(at: .field("stock"), message))
  }
}
