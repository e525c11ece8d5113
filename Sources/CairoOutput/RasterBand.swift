import CCairo
import DisplayList

/// Some lines of a page on their way to the printer, in the printer's own kind of dots.
protocol RasterBand {
  /// Bytes of one line.
  var bytesPerLine: Int { get }
  /// How many lines fit in.
  var lines: Int { get }

  /// Puts finished lines of a page in.
  mutating func load(_ page: CodedLines, _ window: BandWindow)

  /// Draws marks over what is there; outside of the window anything may happen.
  mutating func draw(
    _ items: [PageItem], matrix: cairo_matrix_t, window: BandWindow, with tools: DrawingTools
  ) throws(RenderingError)

  /// Lends the lines, `stride` bytes apart.
  func withLines<R>(_ body: (_ lines: UnsafePointer<UInt8>, _ stride: Int) -> R) -> R
}
