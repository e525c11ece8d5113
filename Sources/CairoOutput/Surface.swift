import CCairo

/// Owns a Cairo surface.
@safe final class Surface {
  let handle: OpaquePointer

  /// Takes over a surface just made; throws when Cairo could not make it.
  init(_ handle: OpaquePointer?) throws(RenderingError) {
    guard let handle = unsafe handle else {
      throw RenderingError(.drawing, Wording.drawing("no surface"))
    }
    unsafe self.handle = unsafe handle
    try check()
  }

  deinit { unsafe cairo_surface_destroy(handle) }

  func check() throws(RenderingError) { unsafe try Surface.check(cairo_surface_status(handle)) }

  static func check(_ status: cairo_status_t) throws(RenderingError) {
    guard status == CAIRO_STATUS_SUCCESS else {
      let reason = unsafe String(cString: cairo_status_to_string(status))
      throw RenderingError(.drawing, Wording.drawing(reason))
    }
  }

  /// An image surface of eight bits of ink per pixel (`CAIRO_FORMAT_A8`) or of colour.
  static func image(_ format: cairo_format_t, width: Int, height: Int) throws(RenderingError)
    -> Surface
  {
    unsafe try Surface(cairo_image_surface_create(format, Int32(width), Int32(height)))
  }

  var width: Int { unsafe Int(cairo_image_surface_get_width(handle)) }
  var height: Int { unsafe Int(cairo_image_surface_get_height(handle)) }
  var stride: Int { unsafe Int(cairo_image_surface_get_stride(handle)) }

  /// Reads or writes the pixels of an image surface; all drawing before is finished first.
  func withPixels<R>(_ body: (UnsafeMutableBufferPointer<UInt8>) -> R) -> R {
    unsafe cairo_surface_flush(handle)
    let start = unsafe cairo_image_surface_get_data(handle)
    let result = unsafe body(UnsafeMutableBufferPointer(start: start, count: stride * height))
    unsafe cairo_surface_mark_dirty(handle)
    return result
  }
}
