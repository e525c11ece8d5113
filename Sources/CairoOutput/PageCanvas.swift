import CCairo
import DisplayList
import Measures

/// Draws the marks of a page on a Cairo context whose unit is the point.
struct PageCanvas {
  let context: Pen
  let faces: FaceCache
  let target: InkTarget
  let text: TextStyle
  /// Draws a picture with its top left corner at the origin and both sides of length 1.
  let drawPicture: (ImageItem) throws(RenderingError) -> Void
  /// Draws a mask with its top left corner at the origin and both sides of length 1.
  let drawMask: (MaskItem) throws(RenderingError) -> Void
  /// The least width of a stroke, so that hairlines do not fall between the dots.
  var leastStroke = 0.0

  /// How text is put on the surface.
  enum TextStyle {
    /// Glyphs with their source text, for surfaces that keep text.
    case withSource
    /// Glyph images, placed on whole pixels.
    case glyphs
    /// Outlines, placed exactly: for coarse pixels.
    case outlines
    /// Whole dots put straight into the lines of an A8 surface.
    case stamps(StampTarget)
  }

  func draw(_ items: [PageItem]) throws(RenderingError) {
    for item in items {
      switch item {
      case .text(let text): try draw(text)
      case .path(let path): draw(path)
      case .image(let image): try draw(image)
      case .modules(let grid): draw(grid)
      case .mask(let mask): try draw(mask)
      }
    }
    unsafe try Surface.check(cairo_status(context.cairo))
  }

  // MARK: Text

  private func draw(_ item: TextItem) throws(RenderingError) {
    guard target.select(item.ink, on: context) else { return }
    if item.rotation == 0 { return try drawRuns(of: item, at: item.origin) }
    unsafe cairo_save(context.cairo)
    defer { unsafe cairo_restore(context.cairo) }
    unsafe cairo_translate(context.cairo, item.origin.x.pt, item.origin.y.pt)
    unsafe cairo_rotate(context.cairo, -item.rotation * .pi / 180)
    try drawRuns(of: item, at: .zero)
  }

  private func drawRuns(of item: TextItem, at origin: Point) throws(RenderingError) {
    var matrix = cairo_matrix_t()
    unsafe cairo_get_matrix(context.cairo, &matrix)
    for (index, run) in item.runs.enumerated() where !run.glyphs.isEmpty {
      if case .stamps(let stamps) = text {
        let font = try faces.font(run.face, item, matrix: matrix, isCrisp: true)
        try stamps.draw(run.glyphs, font, origin, target.value(of: item.ink), matrix)
        continue
      }
      let font = unsafe try faces.font(run.face, item, matrix: matrix).handle
      unsafe cairo_set_scaled_font(context.cairo, font)
      var glyphs = run.glyphs.map { glyph in
        cairo_glyph_t(
          index: UInt(glyph.id), x: (origin.x + glyph.offset.x).pt,
          y: (origin.y + glyph.offset.y).pt)
      }
      switch text {
      case .withSource:
        let clusters = try TextClusters(of: item, run: index)
        show(&glyphs, clusters)
      case .glyphs: unsafe cairo_show_glyphs(context.cairo, &glyphs, Int32(glyphs.count))
      case .outlines:
        unsafe cairo_new_path(context.cairo)
        unsafe cairo_glyph_path(context.cairo, &glyphs, Int32(glyphs.count))
        unsafe cairo_fill(context.cairo)
      case .stamps: break
      }
    }
  }

  private func show(_ glyphs: inout [cairo_glyph_t], _ clusters: TextClusters) {
    unsafe clusters.bytes.withUnsafeBytes { bytes in
      unsafe cairo_show_text_glyphs(
        context.cairo, bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(bytes.count),
        &glyphs, Int32(glyphs.count), clusters.clusters, Int32(clusters.clusters.count),
        cairo_text_cluster_flags_t(rawValue: 0))
    }
  }

  // MARK: Paths

  private func draw(_ item: PathItem) {
    unsafe cairo_new_path(context.cairo)
    for step in item.steps { add(step) }
    if let fill = item.fill, target.select(fill, on: context) {
      unsafe cairo_fill_preserve(context.cairo)
    }
    guard let stroke = item.stroke, target.select(stroke.ink, on: context) else { return }
    unsafe cairo_set_line_width(context.cairo, max(stroke.width.pt, leastStroke))
    let dashes = stroke.dashes.map(\.pt)
    unsafe cairo_set_dash(context.cairo, dashes, Int32(dashes.count), 0)
    unsafe cairo_stroke(context.cairo)
  }

  private func add(_ step: PathStep) {
    switch step {
    case .move(let p): unsafe cairo_move_to(context.cairo, p.x.pt, p.y.pt)
    case .line(let p): unsafe cairo_line_to(context.cairo, p.x.pt, p.y.pt)
    case .curve(let a, let b, let c):
      unsafe cairo_curve_to(context.cairo, a.x.pt, a.y.pt, b.x.pt, b.y.pt, c.x.pt, c.y.pt)
    case .close: unsafe cairo_close_path(context.cairo)
    }
  }

  // MARK: Pictures and codes

  private func draw(_ item: ImageItem) throws(RenderingError) {
    guard target.showsPictures else { return }
    unsafe cairo_save(context.cairo)
    defer { unsafe cairo_restore(context.cairo) }
    makeUnitSquare(of: item.frame, isTurned: item.isTurned)
    try drawPicture(item)
  }

  private func draw(_ item: MaskItem) throws(RenderingError) {
    guard target.showsMasks else { return }
    unsafe cairo_save(context.cairo)
    defer { unsafe cairo_restore(context.cairo) }
    makeUnitSquare(of: item.frame, isTurned: item.isTurned)
    try drawMask(item)
  }

  /// Makes the frame the unit square, upside down when turned.
  private func makeUnitSquare(of frame: Rect, isTurned: Bool) {
    unsafe cairo_translate(context.cairo, frame.left.pt, frame.top.pt)
    unsafe cairo_scale(context.cairo, frame.width.pt, frame.height.pt)
    guard isTurned else { return }
    unsafe cairo_translate(context.cairo, 1, 1)
    unsafe cairo_scale(context.cairo, -1, -1)
  }

  /// One path for the whole code, so that no hairline shows between neighbours.
  private func draw(_ grid: ModuleGrid) {
    guard target.select(.black, on: context) else { return }
    unsafe cairo_save(context.cairo)
    defer { unsafe cairo_restore(context.cairo) }
    let side = grid.frame.width.pt / Double(grid.count)
    unsafe cairo_translate(context.cairo, grid.frame.left.pt, grid.frame.top.pt)
    unsafe cairo_scale(context.cairo, side, side)
    unsafe cairo_new_path(context.cairo)
    for area in grid.darkAreas {
      unsafe cairo_rectangle(context.cairo, area.x, area.y, area.width, area.height)
    }
    unsafe cairo_set_antialias(context.cairo, CAIRO_ANTIALIAS_NONE)
    unsafe cairo_fill(context.cairo)
  }
}
