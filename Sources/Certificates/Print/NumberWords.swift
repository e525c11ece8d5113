/// Whole numbers in English words as certificates print them.
///
/// Upper case, no hyphens, AND after hundreds: `THREE HUNDRED AND SIX`, `EIGHTY TWO`.
package enum NumberWords {
  /// The largest number that has words.
  package static let largest = 999_999_999_999

  private static let small = [
    "ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN",
    "ELEVEN", "TWELVE", "THIRTEEN", "FOURTEEN", "FIFTEEN", "SIXTEEN", "SEVENTEEN", "EIGHTEEN",
    "NINETEEN",
  ]
  private static let tens = [
    "", "", "TWENTY", "THIRTY", "FORTY", "FIFTY", "SIXTY", "SEVENTY", "EIGHTY", "NINETY",
  ]
  private static let scales = ["", " THOUSAND", " MILLION", " BILLION"]

  /// The words of a number from 0 to ``largest``.
  ///
  /// A last group below one hundred is joined with AND: `ONE THOUSAND AND SIX`.
  package static func english(_ number: Int) -> String {
    precondition((0...largest).contains(number), "number out of range")
    guard number >= 1000 else { return belowThousand(number) }
    var groups: [String] = []
    var rest = number
    for scale in scales where rest > 0 {
      if rest % 1000 > 0 { groups.insert(belowThousand(rest % 1000) + scale, at: 0) }
      rest /= 1000
    }
    let last = number % 1000
    if (1..<100).contains(last), let words = groups.popLast() { groups.append("AND " + words) }
    return groups.joined(separator: " ")
  }

  private static func belowThousand(_ number: Int) -> String {
    guard number >= 100 else { return belowHundred(number) }
    let hundreds = small[number / 100] + " HUNDRED"
    return number % 100 == 0 ? hundreds : hundreds + " AND " + belowHundred(number % 100)
  }

  private static func belowHundred(_ number: Int) -> String {
    guard number >= 20 else { return small[number] }
    let word = tens[number / 10]
    return number % 10 == 0 ? word : word + " " + small[number % 10]
  }
}
