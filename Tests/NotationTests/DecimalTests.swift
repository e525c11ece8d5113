import Diagnostics
import Foundation
import Notation
import Testing

@Suite struct DecimalTests {
  @Test(arguments: [
    ("0", "0"), ("-0.0", "0"), ("12.50", "12.5"), ("1e3", "1000"), ("1E-3", "0.001"),
    ("00012", "12"), ("123456789012345678901234567890", "123456789012345678901234567890"),
    ("0.000000000000000001", "0.000000000000000001"), ("-99999999.99", "-99999999.99"),
    ("123456789012345678.123456789012345678", "123456789012345678.123456789012345678"),
  ])
  func numbersAreExact(_ text: String, _ expected: String) {
    #expect(Decimal(exactly: text).map { "\($0)" } == expected)
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "1e", "1e100", "1,5", " 1", "1 ", "0x1", "NaN", "+1", "1.2.3",
    "1234567890123456789012345678901", "0.1234567890123456789",
    "1234567890123456789012345678.123456789",
  ])
  func otherTextsAreNoNumbers(_ text: String) {
    #expect(Decimal(exactly: text) == nil)
  }
}
