package import DisplayList
package import Foundation

/// A mask in its ink as a PNG file: red, green and blue the same everywhere, the mask as alpha.
package enum MaskPNG {
  /// The file's bytes.
  ///
  /// `dotsPerMetre` is what the pHYs chunk states, 23 622 for 600 dpi. It throws when there is no memory
  /// to compress in.
  package static func file(
    _ mask: InkMask, ink: Ink, dotsPerMetre: Int
  ) throws(RenderingError) -> Data {
    try PNGFile.bytes(
      width: mask.width, height: mask.height, channels: .colourWithAlpha, rows: rows(of: mask, ink),
      dotsPerMetre: dotsPerMetre)
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
}
