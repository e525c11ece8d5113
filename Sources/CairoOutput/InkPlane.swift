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

  /// Takes all ink of some lines away.
  func clear(rows: Range<Int>) {
    let bytes = (rows.lowerBound * surface.stride)..<(rows.upperBound * surface.stride)
    unsafe surface.withPixels {
      unsafe UnsafeMutableBufferPointer(rebasing: $0[bytes]).update(repeating: 0)
    }
  }

  /// Draws marks; only the lines of the window matter.
  func draw(
    _ items: [PageItem], matrix: cairo_matrix_t, window: BandWindow, with tools: DrawingTools
  ) throws(RenderingError) {
    let pen = unsafe Pen(cairo: cairo_create(surface.handle))
    defer { unsafe cairo_destroy(pen.cairo) }
    var matrix = matrix
    matrix.y0 -= Double(window.top)
    unsafe cairo_set_matrix(pen.cairo, &matrix)
    let target = target
    let stamps = StampTarget(surface: surface, rows: window.rows)
    var canvas = PageCanvas(
      context: pen, faces: tools.faces, target: target,
      text: tools.isCrisp ? .stamps(stamps) : .glyphs,
      drawPicture: { item throws(RenderingError) in
        let picture = try tools.pictures.picture(of: item)
        if target == .cover {
          try picture.paintCover(on: pen)
        } else {
          try picture.paintInk(on: pen)
        }
      },
      drawMask: { item throws(RenderingError) in
        try tools.masks.mask(of: item).addInk(amount: target.maskAmount(of: item.ink), on: pen)
      })
    if tools.isCrisp {
      unsafe cairo_set_antialias(pen.cairo, CAIRO_ANTIALIAS_NONE)
      // A quarter more than a dot: a slanted line of just one has gaps where its rows meet.
      canvas.leastStroke =
        1.25 / (matrix.xx * matrix.yy - matrix.xy * matrix.yx).magnitude.squareRoot()
    }
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
  let masks: MaskCache
  /// Whether every dot of a path or text has full ink or none, as on fine printers; pictures stay
  /// smooth.
  let isCrisp: Bool
}
