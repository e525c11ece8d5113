import CCairo
import Devices
package import DisplayList
package import Foundation
import Measures
package import Typography

/// Turns pages into pictures for the screen and for tests.
///
/// Keeps opened faces and pictures from one page to the next; none of that shows in the bytes. One
/// renderer belongs to one task.
package final class PNGRenderer {
  private let faces: FaceCache
  private let pictures = PictureCache()
  private let masks = MaskCache()

  /// The resolutions that can be asked for.
  package static let resolutions = 10...1200

  /// `open` finds a font face by its name; it is asked once for each.
  package init(open: @escaping (FaceID) throws(RenderingError) -> OpenedFace) {
    faces = FaceCache(open: open)
  }

  package convenience init(fonts: FontCatalogue) { self.init(open: fonts.open) }

  /// One page as a PNG file at `resolution` dots per inch.
  package func png(
    _ page: Page, content: Content, resolution: Int
  ) throws(RenderingError) -> Data {
    try png(page.calibrated(for: .none, content: content), resolution: resolution)
  }

  /// One page as its printer is told to print it, as a PNG file at `resolution` dots per inch.
  package func png(_ page: DevicePage, resolution: Int) throws(RenderingError) -> Data {
    let surface = try draw(page, resolution)
    let sink = ByteSink(capacity: 1 << 18)
    let status = withExtendedLifetime(sink) {
      unsafe cairo_surface_write_to_png_stream(surface.handle, ByteSink.cairoWrite, sink.closure)
    }
    try Surface.check(status)
    return Data(sink.bytes)
  }

  /// One page as pixels at `resolution` dots per inch.
  package func pixels(
    _ page: Page, content: Content, resolution: Int
  ) throws(RenderingError) -> PixelPicture {
    let surface = try draw(page.calibrated(for: .none, content: content), resolution)
    let (width, height, stride) = (surface.width, surface.height, surface.stride)
    var rgb: [UInt8] = []
    rgb.reserveCapacity(width * height * 3)
    unsafe surface.withPixels { pixels in
      for y in 0..<height {
        for pixel in Swift.stride(from: y * stride, to: y * stride + width * 4, by: 4) {
          unsafe rgb.append(pixels[pixel + 2])
          unsafe rgb.append(pixels[pixel + 1])
          unsafe rgb.append(pixels[pixel])
        }
      }
    }
    return PixelPicture(width: width, height: height, rgb: rgb)
  }

  private func draw(
    _ sent: DevicePage, _ resolution: Int
  ) throws(RenderingError) -> Surface {
    let page = sent.page
    guard Self.resolutions.contains(resolution) else {
      throw RenderingError(.request, Wording.resolution(resolution, Self.resolutions))
    }
    let surface = try Surface.image(
      CAIRO_FORMAT_RGB24,
      width: Int(page.size.width.dots(perInch: resolution).rounded()),
      height: Int(page.size.height.dots(perInch: resolution).rounded()))
    let pen = unsafe Pen(cairo: cairo_create(surface.handle))
    defer { unsafe cairo_destroy(pen.cairo) }
    unsafe cairo_set_source_rgb(pen.cairo, 1, 1, 1)
    unsafe cairo_paint(pen.cairo)
    unsafe cairo_scale(pen.cairo, Double(resolution) / 72, Double(resolution) / 72)
    pen.correct(by: sent.calibration.correction)
    let canvas = PageCanvas(
      context: pen, faces: faces, target: .colour, text: resolution < 300 ? .outlines : .glyphs,
      drawPicture: { item throws(RenderingError) in
        try self.pictures.picture(of: item).paint(on: pen)
      },
      drawMask: { item throws(RenderingError) in
        try self.masks.mask(of: item).multiply(item.ink, on: pen, filter: CAIRO_FILTER_GOOD)
      })
    for layer in Layer.drawingOrder where sent.content.layers.contains(layer) {
      try canvas.draw(page.items(of: layer))
    }
    return surface
  }
}
