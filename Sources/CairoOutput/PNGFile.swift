import CZlib
import Foundation

/// A PNG file (ISO/IEC 15948) of eight bits a channel that states its resolution.
///
/// Not by Cairo, which knows no resolution and loses the colour where the alpha is small.
enum PNGFile {
  /// The channels of a pixel; the number is that of the colour type.
  enum Channels: UInt8 {
    case colour = 2
    case colourWithAlpha = 6
  }

  /// The file's bytes.
  ///
  /// `rows` has for each row a filter byte of 0 and the pixels; `dotsPerMetre` is what the pHYs chunk
  /// states, 23 622 for 600 dpi. It throws when there is no memory to compress in.
  static func bytes(
    width: Int, height: Int, channels: Channels, rows: [UInt8], dotsPerMetre: Int
  ) throws(RenderingError) -> Data {
    var file = Data([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    append("IHDR", bytes(width) + bytes(height) + [8, channels.rawValue, 0, 0, 0], to: &file)
    append("pHYs", bytes(dotsPerMetre) + bytes(dotsPerMetre) + [1], to: &file)
    append("IDAT", try compressed(rows), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  private static func compressed(_ bytes: [UInt8]) throws(RenderingError) -> [UInt8] {
    var size = compressBound(uLong(bytes.count))
    var status = Z_OK
    let packed = unsafe [UInt8](unsafeUninitializedCapacity: Int(size)) { packed, count in
      status = unsafe compress2(packed.baseAddress, &size, bytes, uLong(bytes.count), 6)
      count = status == Z_OK ? Int(size) : 0
    }
    guard status == Z_OK else {
      throw RenderingError(.drawing, Wording.drawing("no memory to compress in"))
    }
    return packed
  }

  /// Length, type, contents, and the checksum of type and contents.
  private static func append(_ type: String, _ contents: [UInt8], to file: inout Data) {
    let body = Array(type.utf8) + contents
    let sum = unsafe crc32(0, body, uInt(body.count))
    file += bytes(contents.count) + body + bytes(Int(sum))
  }

  private static func bytes(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
