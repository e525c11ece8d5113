import CCairo
import CTIFF
import DisplayList
package import Foundation

/// A scan as pixels with the resolution its file states.
package struct ScannedPicture: Sendable {
  /// What is on the paper, transparent parts as white.
  package let pixels: PixelPicture
  /// Dots per inch; `nil` when the file states none, or another across than down.
  package let resolution: Double?

  /// Reads PNG, JPEG or TIFF; of a file with several pages the first.
  ///
  /// - Throws: ``RenderingError`` of code `picture` for damaged, unknown and too large files.
  package init(_ file: Data) throws(RenderingError) {
    let bytes = [UInt8](file)
    guard let kind = Kind(bytes) else {
      throw RenderingError(.picture, Wording.unknownScan)
    }
    switch kind {
    case .tiff: self = try Self.tiff(bytes)
    case .picture(let format):
      let size = try PictureHeader.size(of: bytes, format: format, place: Self.place)
      let picture = Picture(
        format: format, width: size.width, height: size.height, bytes: file)
      let surface = try DecodedPicture(picture, place: Self.place).colour
      self.init(
        pixels: Self.onWhite(surface), resolution: PictureResolution.read(bytes, format))
    }
  }

  private init(pixels: PixelPicture, resolution: Double?) {
    self.pixels = pixels
    self.resolution = resolution
  }

  private static let place = "the scan"

  /// What the first bytes of a file say it is.
  private enum Kind {
    case picture(Picture.Format)
    case tiff

    init?(_ bytes: [UInt8]) {
      if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]) {
        self = .picture(.png)
      } else if bytes.starts(with: [0xff, 0xd8, 0xff]) {
        self = .picture(.jpeg)
      } else if bytes.starts(with: [0x49, 0x49, 0x2a, 0])
        || bytes.starts(with: [0x4d, 0x4d, 0, 0x2a])
      {
        self = .tiff
      } else {
        return nil
      }
    }
  }

  /// Premultiplied blue-green-red-alpha becomes red-green-blue over white.
  private static func onWhite(_ surface: Surface) -> PixelPicture {
    let isOpaque = unsafe cairo_image_surface_get_format(surface.handle) != CAIRO_FORMAT_ARGB32
    let (width, height, stride) = (surface.width, surface.height, surface.stride)
    let rgb = unsafe surface.withPixels { pixels in
      unsafe [UInt8](unsafeUninitializedCapacity: width * height * 3) { rgb, count in
        var out = 0
        for y in 0..<height {
          var from = y * stride
          for _ in 0..<width {
            let lacking = unsafe isOpaque ? 0 : 255 &- pixels[from &+ 3]
            unsafe rgb[out] = pixels[from &+ 2] &+ lacking
            unsafe rgb[out &+ 1] = pixels[from &+ 1] &+ lacking
            unsafe rgb[out &+ 2] = pixels[from] &+ lacking
            out &+= 3
            from &+= 4
          }
        }
        count = out
      }
    }
    return PixelPicture(width: width, height: height, rgb: rgb)
  }

  private static func tiff(_ bytes: [UInt8]) throws(RenderingError) -> ScannedPicture {
    var (width, height, resolution) = (UInt32(0), UInt32(0), 0.0)
    let limit = DecodedPicture.pixelLimit
    guard
      unsafe originpress_tiff_decode(bytes, bytes.count, nil, &width, &height, &resolution) == 1,
      width > 0, height > 0
    else { throw RenderingError(.picture, Wording.picture(place, reason: "damaged TIFF")) }
    guard width <= limit, height <= limit, Int(width) * Int(height) <= limit else {
      throw RenderingError(.picture, Wording.pictureTooLarge(place, limit: limit))
    }
    var words = [UInt32](repeating: 0, count: Int(width) * Int(height))
    guard
      unsafe originpress_tiff_decode(bytes, bytes.count, &words, &width, &height, &resolution) == 1
    else { throw RenderingError(.picture, Wording.picture(place, reason: "damaged TIFF")) }
    let rgb = unsafe [UInt8](unsafeUninitializedCapacity: words.count * 3) { rgb, count in
      for word in words {
        let lacking = UInt8(255 &- (word &>> 24))
        unsafe rgb[count] = UInt8(truncatingIfNeeded: word) &+ lacking
        unsafe rgb[count &+ 1] = UInt8(truncatingIfNeeded: word &>> 8) &+ lacking
        unsafe rgb[count &+ 2] = UInt8(truncatingIfNeeded: word &>> 16) &+ lacking
        count &+= 3
      }
    }
    return ScannedPicture(
      pixels: PixelPicture(width: Int(width), height: Int(height), rgb: rgb),
      resolution: resolution > 0 ? resolution : nil)
  }
}
