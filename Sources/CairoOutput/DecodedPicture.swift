import CCairo
import CJPEG
import DisplayList

/// A picture as pixels, with what the surfaces for ink alone need.
final class DecodedPicture {
  /// `ARGB32` (premultiplied) or `RGB24`.
  let colour: Surface
  private var inkPlanes: (alpha: Surface, ink: Surface)?

  /// More pixels than a 600 dpi A4 page has are refused before anything is allocated.
  static let pixelLimit = 40_000_000

  /// `place` names the picture in errors.
  init(_ picture: Picture, place: String) throws(RenderingError) {
    let bytes = [UInt8](picture.bytes)
    let size = try PictureHeader.size(of: bytes, format: picture.format, place: place)
    guard size.width * size.height <= Self.pixelLimit else {
      throw RenderingError(
        .picture, Wording.pictureTooLarge(place, limit: Self.pixelLimit))
    }
    guard size.width == picture.width, size.height == picture.height else {
      throw RenderingError(.picture, Wording.pictureSize(place))
    }
    switch picture.format {
    case .png: colour = try Self.png(bytes, place)
    case .jpeg: colour = try Self.jpeg(bytes, size.width, size.height, place)
    }
  }

  private static func png(_ bytes: [UInt8], _ place: String) throws(RenderingError) -> Surface {
    let source = ByteSource(bytes)
    let handle = unsafe withExtendedLifetime(source) {
      unsafe cairo_image_surface_create_from_png_stream(ByteSource.cairoRead, source.closure)
    }
    do throws(RenderingError) {
      return unsafe try Surface(handle)
    } catch {
      throw RenderingError(.picture, Wording.picture(place, reason: "damaged PNG"), cause: error)
    }
  }

  private static func jpeg(
    _ bytes: [UInt8], _ width: Int, _ height: Int, _ place: String
  ) throws(RenderingError) -> Surface {
    let surface = try Surface.image(CAIRO_FORMAT_RGB24, width: width, height: height)
    let stride = surface.stride
    let components = unsafe surface.withPixels { pixels in
      unsafe PictureHeader.decodeJPEG(bytes, into: pixels.baseAddress, stride: stride).components
    }
    guard components > 0 else {
      throw RenderingError(.picture, Wording.picture(place, reason: "damaged JPEG"))
    }
    return surface
  }

  /// How much of each pixel is covered, and the ink in it, as two A8 surfaces.
  ///
  /// Ink is what the luminance (ITU-R BT.601) lacks to white, times the coverage.
  func planes() throws(RenderingError) -> (alpha: Surface, ink: Surface) {
    if let inkPlanes { return inkPlanes }
    let alpha = try Surface.image(CAIRO_FORMAT_A8, width: colour.width, height: colour.height)
    let ink = try Surface.image(CAIRO_FORMAT_A8, width: colour.width, height: colour.height)
    let isOpaque = unsafe cairo_image_surface_get_format(colour.handle) == CAIRO_FORMAT_RGB24
    let (width, height) = (colour.width, colour.height)
    let (from, to) = (colour.stride, alpha.stride)
    unsafe colour.withPixels { pixels in
      unsafe alpha.withPixels { alphas in
        unsafe ink.withPixels { inks in
          for y in 0..<height {
            for x in 0..<width {
              let p = y * from + x * 4
              let a = unsafe isOpaque ? 255 : Int(pixels[p + 3])
              let luminance =
                unsafe (114 * Int(pixels[p]) + 587 * Int(pixels[p + 1]) + 299 * Int(pixels[p + 2])
                + 500) / 1000
              unsafe alphas[y * to + x] = UInt8(a)
              unsafe inks[y * to + x] = UInt8(max(0, a - luminance))
            }
          }
        }
      }
    }
    inkPlanes = (alpha, ink)
    return (alpha, ink)
  }
}

extension DecodedPicture {
  /// Has Cairo write the file itself in place of the pixels.
  func attachFile(_ bytes: some Collection<UInt8>) throws(RenderingError) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = unsafe copy.initialize(from: bytes)
    let status = unsafe cairo_surface_set_mime_data(
      colour.handle, CAIRO_MIME_TYPE_JPEG, copy.baseAddress, UInt(bytes.count),
      { unsafe $0?.deallocate() }, copy.baseAddress)
    try Surface.check(status)
  }
}
