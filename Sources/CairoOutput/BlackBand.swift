import CCairo
import DisplayList

/// Lines of one bit per dot, the leftmost dot in the highest bit, 1 for black.
///
/// Dark marks are cut at half coverage and stay crisp; pale marks and pictures get a screen.
struct BlackBand: RasterBand {
  private let solid: InkPlane
  private let screen: InkPlane
  private let cover: InkPlane
  private var bits: [UInt8]
  let bytesPerLine: Int
  private let width: Int

  init(width: Int, lines: Int) throws(RenderingError) {
    solid = try InkPlane(.solid, width: width, lines: lines)
    screen = try InkPlane(.screen, width: width, lines: lines)
    cover = try InkPlane(.cover, width: width, lines: lines)
    bytesPerLine = (width + 7) / 8
    bits = Array(repeating: 0, count: bytesPerLine * lines)
    self.width = width
  }

  mutating func clear() {
    unsafe bits.withUnsafeMutableBufferPointer { unsafe $0.update(repeating: 0) }
  }

  mutating func merge(_ lines: UnsafeBufferPointer<UInt8>) {
    unsafe bits.withUnsafeMutableBufferPointer { bits in
      for index in 0..<min(lines.count, bits.count) { unsafe bits[index] |= lines[index] }
    }
  }

  mutating func draw(
    _ items: [PageItem], matrix: cairo_matrix_t, top: Int, with tools: DrawingTools
  ) throws(RenderingError) {
    let pale = items.filter(\.isPale)
    if !pale.isEmpty {
      for plane in [cover, screen] {
        plane.clear()
        try plane.draw(pale, matrix: matrix, top: top, with: tools)
      }
      apply(cover, Screen.half) { bits, dots in bits & ~dots }
      apply(screen, Screen(top: top)) { bits, dots in bits | dots }
    }
    solid.clear()
    try solid.draw(items, matrix: matrix, top: top, with: tools)
    apply(solid, Screen.half) { bits, dots in bits | dots }
  }

  /// Turns a plane's ink into dots and combines them with the band's.
  private mutating func apply(
    _ plane: InkPlane, _ screen: Screen, _ combine: (UInt8, UInt8) -> UInt8
  ) {
    let (width, bytesPerLine) = (width, bytesPerLine)
    unsafe plane.withLines { ink, stride in
      unsafe bits.withUnsafeMutableBufferPointer { bits in
        for line in 0..<(bits.count / bytesPerLine) {
          let inks = unsafe UnsafeBufferPointer(rebasing: ink[(line * stride)...].prefix(width))
          if unsafe Words.areZero(inks) { continue }
          let start = line * bytesPerLine
          unsafe screen.forEachByte(of: inks, line: line) { index, dots in
            unsafe bits[start + index] = unsafe combine(bits[start + index], dots)
          }
        }
      }
    }
  }

  func withLines<R>(_ count: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    unsafe bits.withUnsafeBufferPointer { bits in
      unsafe body(UnsafeBufferPointer(rebasing: bits[..<(count * bytesPerLine)]))
    }
  }
}

extension PageItem {
  /// Whether the mark has parts that need a screen or cover what is below.
  fileprivate var isPale: Bool {
    switch self {
    case .text(let item): !InkTarget.isDark(item.ink)
    case .path(let item):
      [item.fill, item.stroke?.ink].contains { $0.map { !InkTarget.isDark($0) } ?? false }
    case .image: true
    case .modules: false
    }
  }
}
