import CZlib
package import DisplayList
package import Foundation

/// A mask in its ink as a PNG file (ISO/IEC 15948): red, green and blue the same everywhere, the mask as
/// alpha.
///
/// Not by Cairo, which knows no resolution and loses the colour where the alpha is small.
package enum MaskPNG {
  /// The file's bytes.
  ///
  /// `dotsPerMetre` is what the pHYs chunk states, 23 622 for 600 dpi. It throws when there is no memory
  /// to compress in.
  package static func file(
    _ mask: InkMask, ink: Ink, dotsPerMetre: Int
  ) throws(RenderingError) -> Data {
    var file = Data([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    // Eight bits a channel, colour with alpha, no interlacing.
    append("IHDR", bytes(mask.width) + bytes(mask.height) + [8, 6, 0, 0, 0], to: &file)
    append("pHYs", bytes(dotsPerMetre) + bytes(dotsPerMetre) + [1], to: &file)
    append("IDAT", try compressed(rows(of: mask, ink)), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  /// A filter byte of 0 and the pixels, row by row.
  private static func rows(of mask: InkMask, _ ink: Ink) -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity((mask.width * 4 + 1) * mask.height)
    var column = 0
    for alpha in mask.coverage {
      if column == 0 { rows.append(0) }
      rows.append(ink.red)
      rows.append(ink.green)
      rows.append(ink.blue)
      rows.append(alpha)
      column = column + 1 == mask.width ? 0 : column + 1
    }
    return rows
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
