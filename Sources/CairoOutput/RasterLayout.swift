import CCairo
import DisplayList
import Measures

/// The shape of one page's picture on a printer.
struct RasterLayout: Hashable {
  /// In dots.
  let width: Int
  let height: Int
  let bytesPerLine: Int
  /// Dots per inch.
  let resolution: Int
  /// Whether left and right change places, as some printers want on back pages.
  let isMirroredAcross: Bool
  /// Whether top and bottom change places.
  let isMirroredAlong: Bool

  /// From points on the page to dots, the printer's correction included, mirrored last.
  func matrix(_ correction: Transform) -> cairo_matrix_t {
    let scale = Double(resolution) / 72
    var matrix = cairo_matrix_t(
      xx: correction.xx * scale, yx: correction.yx * scale, xy: correction.xy * scale,
      yy: correction.yy * scale, x0: correction.dx.pt * scale, y0: correction.dy.pt * scale)
    if isMirroredAcross {
      matrix.xx = -matrix.xx
      matrix.xy = -matrix.xy
      matrix.x0 = Double(width) - matrix.x0
    }
    if isMirroredAlong {
      matrix.yx = -matrix.yx
      matrix.yy = -matrix.yy
      matrix.y0 = Double(height) - matrix.y0
    }
    return matrix
  }
}
