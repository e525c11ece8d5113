import CCairo
import DisplayList

/// Some lines of a page on their way to the printer, in the printer's own kind of dots.
protocol RasterBand {
  /// Bytes of one line.
  var bytesPerLine: Int { get }
  /// How many lines fit in.
  var lines: Int { get }

  /// Puts finished lines of a page in, `lines.lowerBound` as the band's first.
  mutating func load(_ page: CodedLines, _ lines: Range<Int>)

  /// Draws marks over what is there; `lines` are those of the page that the band holds.
  mutating func draw(
    _ items: [PageItem], matrix: cairo_matrix_t, lines: Range<Int>, with tools: DrawingTools
  ) throws(RenderingError)

  /// Lends the lines, `stride` bytes apart.
  func withLines<R>(_ body: (_ lines: UnsafePointer<UInt8>, _ stride: Int) -> R) -> R
}
