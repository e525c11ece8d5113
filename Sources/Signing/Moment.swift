/// A second of universal time.
package struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since the beginning of 1970, without leap seconds.
  package let seconds: Int

  /// A moment from its seconds since the beginning of 1970.
  package init(seconds: Int) { self.seconds = seconds }

  /// A moment from its parts, which must be in range.
  package init(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0
  ) {
    seconds = Self.days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second
  }

  /// Whether one moment comes before another.
  package static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }

  /// The moment so many seconds later.
  package static func + (a: Moment, seconds: Int) -> Moment { Moment(seconds: a.seconds + seconds) }

  /// As ISO 8601, such as `2026-03-01T09:30:00Z`.
  package var iso8601: String {
    let d = Array(digits)
    func part(_ range: Range<Int>) -> String { String(d[range]) }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):"
      + part(12..<14) + "Z"
  }

  /// As a PDF date (PDF 32000-1, 7.9.4), without its brackets.
  var pdfText: String { "D:" + digits + "Z" }

  /// From a PDF date in universal time, as we write it.
  init?(pdfText: String) {
    let parts = Array(pdfText.utf8)
    guard parts.count == 17, parts.starts(with: "D:".utf8), parts.last == UInt8(ascii: "Z"),
      parts[2..<16].allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    func number(_ start: Int, _ count: Int) -> Int {
      parts[start..<start + count].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    self.init(
      year: number(2, 4), month: number(6, 2), day: number(8, 2), hour: number(10, 2),
      minute: number(12, 2), second: number(14, 2))
    // A month 13 or a second 61 gives another text.
    guard self.pdfText == pdfText else { return nil }
  }

  /// `YYYYMMDDhhmmss`.
  var digits: String {
    let day = seconds.quotientFloor(86_400)
    let rest = seconds - day * 86_400
    let (year, month, date) = Self.civil(day)
    return [
      (year, 4), (month, 2), (date, 2), (rest / 3_600, 2), (rest / 60 % 60, 2), (rest % 60, 2),
    ].map { value, width in
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }.joined()
  }

  /// Days from 1970-01-01 in the Gregorian calendar; the year begins in March.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let years = month <= 2 ? year - 1 : year
    let era = years.quotientFloor(400)
    let ofEra = years - era * 400
    let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted.quotientFloor(146_097)
    let ofEra = shifted - era * 146_097
    let years = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * years + years / 4 - years / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = years + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, ofYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

extension Int {
  /// The quotient rounded down; the divisor is positive.
  fileprivate func quotientFloor(_ divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
