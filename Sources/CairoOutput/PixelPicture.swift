package import Foundation

/// A drawn page or another picture as pixels.
package struct PixelPicture: Hashable, Sendable {
  /// In pixels.
  package let width: Int
  /// In pixels.
  package let height: Int
  /// Red, green and blue of each pixel, row by row from the top left.
  package let rgb: [UInt8]

  /// A picture from its pixels, three values for each.
  package init(width: Int, height: Int, rgb: [UInt8]) {
    precondition(rgb.count == width * height * 3, "a picture has three values for every pixel")
    self.width = width
    self.height = height
    self.rgb = rgb
  }

  /// The luminance of each pixel (ITU-R BT.601), 0 black to 255 white.
  package var gray: [UInt8] {
    (0..<(width * height)).map { index in
      let red = 299 * Int(rgb[index * 3])
      let green = 587 * Int(rgb[index * 3 + 1])
      let blue = 114 * Int(rgb[index * 3 + 2])
      return UInt8((red + green + blue + 500) / 1000)
    }
  }

  /// The picture as a PNG file; `dotsPerMetre` is what it states, 3 780 for 96 dpi.
  ///
  /// - Throws: ``RenderingError`` when there is no memory for it.
  package func png(dotsPerMetre: Int) throws(RenderingError) -> Data {
    var rows: [UInt8] = []
    rows.reserveCapacity((width * 3 + 1) * height)
    for row in 0..<height {
      rows.append(0)
      rows += rgb[(row * width * 3)..<((row + 1) * width * 3)]
    }
    return try PNGFile.bytes(
      width: width, height: height, channels: .colour, rows: rows, dotsPerMetre: dotsPerMetre)
  }
}
