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
    var limits = SIMD8<UInt8>()
    for dot in 0..<8 { limits[dot] = thresholds[row + dot] }
    let raw = UnsafeRawBufferPointer(ink)
    for index in 0..<(ink.count / 8) {
      let word = unsafe raw.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
      if word != 0 {
        unsafe body(index, Self.dots(unsafeBitCast(word, to: SIMD8<UInt8>.self), limits))
      }
    }
    guard ink.count % 8 != 0 else { return }
    var last = SIMD8<UInt8>()
    for x in (ink.count / 8 * 8)..<ink.count { last[x % 8] = unsafe ink[x] }
    body(ink.count / 8, Self.dots(last, limits))
  }

  /// One bit for each of eight dots that reach their limit, the first in the highest.
  private static func dots(_ ink: SIMD8<UInt8>, _ limits: SIMD8<UInt8>) -> UInt8 {
    let weights = SIMD8<UInt8>(128, 64, 32, 16, 8, 4, 2, 1)
    return SIMD8<UInt8>().replacing(with: weights, where: ink .>= limits).wrappedSum()
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
