import CJPEG
import DisplayList

/// Reads the size of a picture before anything is decoded.
enum PictureHeader {
  /// Width and height in pixels as the file's own header states them.
  static func size(
    of bytes: [UInt8], format: Picture.Format, place: String
  ) throws(RenderingError) -> (width: Int, height: Int) {
    switch format {
    case .png: try pngSize(bytes, place)
    case .jpeg: try jpegSize(bytes, place)
    }
  }

  /// The IHDR chunk comes first and begins at byte 8 (PNG specification, 11.2.2).
  private static func pngSize(
    _ bytes: [UInt8], _ place: String
  ) throws(RenderingError) -> (width: Int, height: Int) {
    let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    guard bytes.count > 33, bytes.starts(with: signature), bytes[12..<16].elementsEqual("IHDR".utf8)
    else { throw RenderingError(.picture, Wording.picture(place, reason: "not a PNG")) }
    func number(_ start: Int) -> Int {
      bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    let (width, height) = (number(16), number(20))
    guard (1...65_535).contains(width), (1...65_535).contains(height) else {
      throw RenderingError(.picture, Wording.picture(place, reason: "damaged PNG"))
    }
    return (width, height)
  }

  private static func jpegSize(
    _ bytes: [UInt8], _ place: String
  ) throws(RenderingError) -> (width: Int, height: Int) {
    let header = unsafe decodeJPEG(bytes, into: nil, stride: 0)
    guard header.components > 0 else {
      throw RenderingError(.picture, Wording.picture(place, reason: "not a JPEG"))
    }
    guard header.components == 1 || header.components == 3 else {
      throw RenderingError(.picture, Wording.picture(place, reason: "CMYK JPEG"))
    }
    return (header.width, header.height)
  }

  /// Decodes into blue-green-red-unused rows, or reads the header only; no components on failure.
  static func decodeJPEG(
    _ bytes: [UInt8], into pixels: UnsafeMutablePointer<UInt8>?, stride: Int
  ) -> (components: Int, width: Int, height: Int) {
    var width: UInt32 = 0
    var height: UInt32 = 0
    var message = [CChar](repeating: 0, count: Int(JMSG_LENGTH_MAX))
    let components = unsafe originpress_jpeg_decode(
      bytes, bytes.count, pixels, stride, &width, &height, &message)
    return (Int(components), Int(width), Int(height))
  }
}
