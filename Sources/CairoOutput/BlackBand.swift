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
  var lines: Int { solid.lines }
  private let width: Int

  init(width: Int, lines: Int) throws(RenderingError) {
    solid = try InkPlane(.solid, width: width, lines: lines)
    screen = try InkPlane(.screen, width: width, lines: lines)
    cover = try InkPlane(.cover, width: width, lines: lines)
    bytesPerLine = (width + 7) / 8
    bits = Array(repeating: 0, count: bytesPerLine * lines)
    self.width = width
  }

  mutating func load(_ page: CodedLines, _ window: BandWindow) {
    let width = bytesPerLine
    unsafe bits.withUnsafeMutableBufferPointer { bits in
      guard let start = bits.baseAddress else { return }
      unsafe page.expand(
        window.lines, mask: 0, into: start + window.rows.lowerBound * width, stride: width,
        width: width)
    }
  }

  mutating func draw(
    _ items: [PageItem], matrix: cairo_matrix_t, window: BandWindow, with tools: DrawingTools
  ) throws(RenderingError) {
    let pale = items.filter(\.isPale)
    if !pale.isEmpty {
      for plane in [cover, screen] {
        plane.clear(rows: window.rows)
        try plane.draw(pale, matrix: matrix, window: window, with: tools)
      }
      apply(cover, Screen.half, window.rows) { bits, dots in bits & ~dots }
      apply(screen, Screen(top: window.top), window.rows) { bits, dots in bits | dots }
    }
    solid.clear(rows: window.rows)
    try solid.draw(items, matrix: matrix, window: window, with: tools)
    apply(solid, Screen.half, window.rows) { bits, dots in bits | dots }
  }

  /// Turns a plane's ink into dots and combines them with the band's.
  private mutating func apply(
    _ plane: InkPlane, _ screen: Screen, _ rows: Range<Int>, _ combine: (UInt8, UInt8) -> UInt8
  ) {
    let (width, bytesPerLine) = (width, bytesPerLine)
    unsafe plane.withLines { ink, stride in
      unsafe bits.withUnsafeMutableBufferPointer { bits in
        for line in rows {
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

  func withLines<R>(_ body: (_ lines: UnsafePointer<UInt8>, _ stride: Int) -> R) -> R {
    unsafe bits.withUnsafeBufferPointer { bits in
      guard let start = bits.baseAddress else { preconditionFailure("a band has lines") }
      return unsafe body(start, bytesPerLine)
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
    case .image, .mask: true
    case .modules: false
    }
  }
}
