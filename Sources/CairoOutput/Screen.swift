/// Decides which dots are black for an amount of ink (ordered dither, fixed to the page).
struct Screen {
  /// 64 thresholds of 1…255 for an 8 × 8 cell; a dot is black where the ink reaches them.
  private let thresholds: [UInt8]
  /// The page's line at the first line given.
  private let top: Int

  /// Black from half coverage on.
  static let half = Screen(thresholds: Array(repeating: 128, count: 64), top: 0)

  /// A clustered-dot cell, which laser printers hold better than scattered dots.
  init(top: Int) { self.init(thresholds: Self.cell, top: top) }

  private init(thresholds: [UInt8], top: Int) {
    self.thresholds = thresholds
    self.top = top
  }

  /// The dots of a line, eight to a byte; bytes without ink are left out.
  func forEachByte(
    of ink: UnsafeBufferPointer<UInt8>, line: Int, _ body: (_ index: Int, _ dots: UInt8) -> Void
  ) {
    let row = (top + line) % 8 * 8
    unsafe thresholds.withUnsafeBufferPointer { thresholds in
      var x = 0
      while x < ink.count {
        let end = min(x + 8, ink.count)
        var dots: UInt8 = 0
        for dot in x..<end where unsafe ink[dot] >= thresholds[row + dot - x] {
          dots |= 0x80 >> UInt8(dot - x)
        }
        if dots != 0 { body(x / 8, dots) }
        x = end
      }
    }
  }

  /// The order in which the dots of a cell turn black: two round clusters, at 45°.
  private static let order: [Int] = [
    24, 10, 12, 26, 35, 47, 49, 37, 8, 0, 2, 14, 45, 59, 61, 51,
    22, 6, 4, 16, 43, 57, 63, 53, 30, 20, 18, 28, 33, 41, 55, 39,
    34, 46, 48, 36, 25, 11, 13, 27, 44, 58, 60, 50, 9, 1, 3, 15,
    42, 56, 62, 52, 23, 7, 5, 17, 32, 40, 54, 38, 31, 21, 19, 29,
  ]

  private static let cell = order.map { UInt8(2 + $0 * 253 / 63) }
}
