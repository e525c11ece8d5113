import CCairo

extension DecodedPicture {
  /// Paints the picture in its colours over the unit square.
  func paint(on pen: Pen) {
    unsafe cairo_scale(pen.cairo, 1 / Double(colour.width), 1 / Double(colour.height))
    Self.set(colour, on: pen)
    unsafe cairo_paint(pen.cairo)
  }

  /// Paints the picture's ink over the unit square of an A8 surface.
  ///
  /// What is covered loses its ink first, then gets the picture's own: opaque, as with colours.
  func paintInk(on pen: Pen) throws(RenderingError) {
    let (alpha, ink) = try planes()
    unsafe cairo_scale(pen.cairo, 1 / Double(colour.width), 1 / Double(colour.height))
    Self.set(alpha, on: pen)
    unsafe cairo_set_operator(pen.cairo, CAIRO_OPERATOR_DEST_OUT)
    unsafe cairo_paint(pen.cairo)
    Self.set(ink, on: pen)
    unsafe cairo_set_operator(pen.cairo, CAIRO_OPERATOR_ADD)
    unsafe cairo_paint(pen.cairo)
  }

  /// Paints where the picture covers what is below, over the unit square of an A8 surface.
  func paintCover(on pen: Pen) throws(RenderingError) {
    let (alpha, _) = try planes()
    unsafe cairo_scale(pen.cairo, 1 / Double(colour.width), 1 / Double(colour.height))
    Self.set(alpha, on: pen)
    unsafe cairo_set_operator(pen.cairo, CAIRO_OPERATOR_OVER)
    unsafe cairo_paint(pen.cairo)
  }

  private static func set(_ surface: Surface, on pen: Pen) {
    unsafe cairo_set_source_surface(pen.cairo, surface.handle, 0, 0)
    unsafe cairo_pattern_set_filter(cairo_get_source(pen.cairo), CAIRO_FILTER_GOOD)
  }
}
