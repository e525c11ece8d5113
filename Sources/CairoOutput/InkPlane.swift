import CCairo
import DisplayList
import Measures

/// A few lines of a page as eight bits of ink per dot.
final class InkPlane {
  private let surface: Surface
  let target: InkTarget
  let width: Int
  /// Lines at most.
  let lines: Int

  init(_ target: InkTarget, width: Int, lines: Int) throws(RenderingError) {
    surface = try Surface.image(CAIRO_FORMAT_A8, width: width, height: lines)
    self.target = target
    self.width = width
    self.lines = lines
  }

  /// Takes all ink away.
  func clear() { unsafe surface.withPixels { unsafe $0.update(repeating: 0) } }

  /// Draws marks; line `top` of the page is the plane's first.
  func draw(
    _ items: [PageItem], matrix: cairo_matrix_t, top: Int, with tools: DrawingTools
  ) throws(RenderingError) {
    let pen = unsafe Pen(cairo: cairo_create(surface.handle))
    defer { unsafe cairo_destroy(pen.cairo) }
    var matrix = matrix
    matrix.y0 -= Double(top)
    unsafe cairo_set_matrix(pen.cairo, &matrix)
    let canvas = PageCanvas(
      context: pen, faces: tools.faces, target: target, text: .glyphs,
      drawPicture: { item throws(RenderingError) in
        let picture = try tools.pictures.picture(of: item)
        if self.target == .cover {
          try picture.paintCover(on: pen)
        } else {
          try picture.paintInk(on: pen)
        }
      })
    try canvas.draw(items)
  }

  /// Lends the bytes of all lines, `stride` apart.
  func withLines<R>(_ body: (_ bytes: UnsafeMutableBufferPointer<UInt8>, _ stride: Int) -> R) -> R {
    let stride = surface.stride
    return unsafe surface.withPixels { unsafe body($0, stride) }
  }
}

/// What drawing needs and keeps between pages.
struct DrawingTools {
  let faces: FaceCache
  let pictures: PictureCache
}
