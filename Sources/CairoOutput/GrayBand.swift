import CCairo
import DisplayList

/// Lines of one byte of ink per dot.
struct GrayBand: RasterBand {
  private let plane: InkPlane
  let bytesPerLine: Int

  init(width: Int, lines: Int) throws(RenderingError) {
    plane = try InkPlane(.gray, width: (width + 3) / 4 * 4, lines: lines)
    bytesPerLine = width
  }

  mutating func clear() { plane.clear() }

  mutating func merge(_ lines: UnsafeBufferPointer<UInt8>) {
    let width = bytesPerLine
    unsafe plane.withLines { bytes, stride in
      for line in 0..<(lines.count / width) {
        let target = unsafe UnsafeMutableBufferPointer(
          rebasing: bytes[(line * stride)...].prefix(width))
        let source = unsafe UnsafeBufferPointer(rebasing: lines[(line * width)...].prefix(width))
        if unsafe Words.areZero(source) { continue }
        unsafe Words.takeLarger(source, into: target)
      }
    }
  }

  mutating func draw(
    _ items: [PageItem], matrix: cairo_matrix_t, top: Int, with tools: DrawingTools
  ) throws(RenderingError) {
    try plane.draw(items, matrix: matrix, top: top, with: tools)
  }

  func withLines<R>(_ count: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let width = bytesPerLine
    return unsafe plane.withLines { bytes, stride in
      if stride == width {
        return unsafe body(UnsafeBufferPointer(rebasing: bytes[..<(count * width)]))
      }
      var packed: [UInt8] = []
      packed.reserveCapacity(count * width)
      for line in 0..<count { unsafe packed += bytes[(line * stride)...].prefix(width) }
      return unsafe packed.withUnsafeBufferPointer(body)
    }
  }
}
