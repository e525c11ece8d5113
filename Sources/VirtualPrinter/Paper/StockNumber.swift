/// A number preprinted on a sheet: any beginning, then digits that count up from sheet to sheet.
package struct StockNumber: Hashable, Sendable, CustomStringConvertible {
  private let prefix: String
  private let width: Int
  private let value: Int

  /// Reads a number such as `CN000041`; `nil` without 1 to 15 digits at its end.
  package init?(_ text: String) {
    let digits = text.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
    guard (1...15).contains(digits), let value = Int(text.suffix(digits)) else { return nil }
    prefix = String(text.dropLast(digits))
    width = digits
    self.value = value
  }

  private init(prefix: String, width: Int, value: Int) {
    self.prefix = prefix
    self.width = width
    self.value = value
  }

  /// The number on the sheet below this one.
  package var next: StockNumber { StockNumber(prefix: prefix, width: width, value: value + 1) }

  /// The number as it stands on the paper, with its leading zeros.
  package var description: String {
    let digits = String(value)
    return prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
