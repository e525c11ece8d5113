import CCairo
import DisplayList

/// Lines of one byte of ink per dot.
struct GrayBand: RasterBand {
  private let plane: InkPlane
  let bytesPerLine: Int
  var lines: Int { plane.lines }

  init(width: Int, lines: Int) throws(RenderingError) {
    plane = try InkPlane(.gray, width: width, lines: lines)
    bytesPerLine = width
  }

  mutating func load(_ page: CodedLines, _ window: BandWindow) {
    let width = bytesPerLine
    unsafe plane.withLines { bytes, stride in
      guard let start = bytes.baseAddress else { return }
      unsafe page.expand(
        window.lines, mask: 0xff, into: start + window.rows.lowerBound * stride, stride: stride,
        width: width)
    }
  }

  mutating func draw(
    _ items: [PageItem], matrix: cairo_matrix_t, window: BandWindow, with tools: DrawingTools
  ) throws(RenderingError) {
    try plane.draw(items, matrix: matrix, window: window, with: tools)
  }

  func withLines<R>(_ body: (_ lines: UnsafePointer<UInt8>, _ stride: Int) -> R) -> R {
    unsafe plane.withLines { bytes, stride in
      guard let start = bytes.baseAddress else {
        preconditionFailure("a plane has lines")
      }
      return unsafe body(start, stride)
    }
  }
}
