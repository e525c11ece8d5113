import CCairo
import DisplayList

/// Some lines of a page on their way to the printer, in the printer's own kind of dots.
protocol RasterBand {
  /// Bytes of one line.
  var bytesPerLine: Int { get }

  /// Makes the band white.
  mutating func clear()

  /// Puts finished lines over what is there; the darker dot stays.
  mutating func merge(_ lines: UnsafeBufferPointer<UInt8>)

  /// Draws marks over what is there; line `top` of the page is the band's first.
  mutating func draw(
    _ items: [PageItem], matrix: cairo_matrix_t, top: Int, with tools: DrawingTools
  ) throws(RenderingError)

  /// Lends the first `count` lines, one after the other.
  func withLines<R>(_ count: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R
}
