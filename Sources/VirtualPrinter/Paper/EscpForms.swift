/// Counts the forms that ESC/P bytes eject, without printing them.
enum EscpForms {
  /// Forms that were ejected, and whether something stands on the form behind them.
  static func count(_ bytes: [UInt8]) -> (whole: Int, isBegun: Bool) {
    var index = 0
    var whole = 0
    var isBegun = false
    while index < bytes.count {
      switch bytes[index] {
      case 0x0C:
        whole += 1
        isBegun = false
        index += 1
      case 0x1B: index += length(ofCommandAt: index, bytes, &isBegun)
      case 0x1C: index += 2
      case 0x21...0xFF:
        isBegun = true
        index += 1
      default: index += 1
      }
    }
    return (whole, isBegun)
  }

  /// Commands with one byte of value (ESC/P Reference Manual).
  private static let oneValue = Set("+3AJxkRtUWr-SaQlNp!".utf8)
  /// Commands with two.
  private static let twoValues = Set("$\\".utf8)

  private static func length(
    ofCommandAt index: Int, _ bytes: [UInt8], _ isBegun: inout Bool
  ) -> Int {
    func byte(_ offset: Int) -> Int {
      bytes.indices.contains(index + offset) ? Int(bytes[index + offset]) : 0
    }
    let command = UInt8(byte(1))
    switch command {
    case UInt8(ascii: "("): return 5 + byte(3) + byte(4) * 256
    case UInt8(ascii: "*"):
      isBegun = true
      return 5 + (byte(3) + byte(4) * 256) * (byte(2) >= 32 ? 3 : 1)
    case UInt8(ascii: "C"): return byte(2) == 0 ? 4 : 3
    default: return oneValue.contains(command) ? 3 : twoValues.contains(command) ? 4 : 2
    }
  }
}
