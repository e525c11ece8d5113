import CCairo
import Measures

/// One PDF file being written by Cairo into memory.
@safe struct PDFSurface {
  private let sink: ByteSink
  private let surface: Surface
  let context: Pen

  init(size: Size) throws(RenderingError) {
    sink = ByteSink(capacity: 1 << 18)
    surface = unsafe try Surface(
      cairo_pdf_surface_create_for_stream(
        ByteSink.cairoWrite, sink.closure, size.width.pt, size.height.pt))
    // 1.5 is the least with ActualText; Cairo 1.16 still writes the classic table for it.
    unsafe cairo_pdf_surface_restrict_to_version(surface.handle, CAIRO_PDF_VERSION_1_5)
    context = unsafe Pen(cairo: cairo_create(surface.handle))
    // Coarse but safe: from 2 on, Cairo 1.16 loses strokes thinner than a point.
    unsafe cairo_set_tolerance(context.cairo, 1)
  }

  /// The size of the page that is begun.
  func setSize(_ size: Size) {
    unsafe cairo_pdf_surface_set_size(surface.handle, size.width.pt, size.height.pt)
  }

  func endPage() { unsafe cairo_show_page(context.cairo) }

  /// Ends the file; the surface must not be used any more.
  func finish() throws(RenderingError) -> PDFParts {
    let status = unsafe cairo_status(context.cairo)
    unsafe cairo_destroy(context.cairo)
    unsafe cairo_surface_finish(surface.handle)
    try Surface.check(status)
    try surface.check()
    return try PDFParts(sink.bytes)
  }
}
