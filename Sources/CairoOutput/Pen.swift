import CCairo
import Measures

/// A Cairo context; whoever made it ends it.
@safe struct Pen {
  let cairo: OpaquePointer

  /// Draws from here on where a printer has to be told to; without a correction nothing is written.
  func correct(by correction: Transform) {
    guard correction != .identity else { return }
    var matrix = cairo_matrix_t(
      xx: correction.xx, yx: correction.yx, xy: correction.xy, yy: correction.yy,
      x0: correction.dx.pt, y0: correction.dy.pt)
    unsafe cairo_transform(cairo, &matrix)
  }
}
