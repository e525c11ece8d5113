import CCairo
import Devices
import DisplayList
import Measures

/// Turns the marks of one page into coded lines, over lines that are finished already.
struct PageCoding<Band: RasterBand> {
  let layout: RasterLayout
  private let matrix: cairo_matrix_t
  private let mask: UInt8
  private let tools: DrawingTools
  private var band: Band

  init(
    _ layout: RasterLayout, _ page: DevicePage?, _ mask: UInt8, _ tools: DrawingTools, _ band: Band
  ) {
    self.layout = layout
    self.mask = mask
    self.tools = tools
    self.band = band
    matrix = layout.matrix(page?.calibration.correction ?? .identity)
  }

  /// A page without marks.
  var blank: CodedLines {
    let buffer = ByteBuffer()
    var coder = LineCoder(width: band.bytesPerLine, mask: mask, to: buffer)
    coder.addBlank(count: layout.height)
    return CodedLines(buffer: buffer, runs: coder.runs, height: layout.height)
  }

  /// Writes the page to the end of a buffer; only lines that a mark may touch are coded anew.
  mutating func write(
    _ items: [PageItem], over ground: CodedLines, to buffer: ByteBuffer
  ) throws(RenderingError) -> CodedLines {
    var coder = LineCoder(width: band.bytesPerLine, mask: mask, to: buffer)
    let items = try BandItems(items, matrix: matrix, faces: tools.faces)
    for stretch in items.stretches(height: layout.height) {
      coder.append(ground, coder.line..<stretch.lowerBound)
      for window in BandWindow.windows(of: stretch, height: band.lines) {
        band.load(ground, window)
        let touching = items.touching(window.lines)
        try band.draw(touching, matrix: matrix, window: window, with: tools)
        unsafe band.withLines { lines, stride in
          let first = unsafe lines + window.rows.lowerBound * stride
          unsafe coder.add(first, stride: stride, count: window.lines.count)
        }
      }
    }
    coder.append(ground, coder.line..<layout.height)
    return CodedLines(buffer: buffer, runs: coder.runs, height: layout.height)
  }
}
