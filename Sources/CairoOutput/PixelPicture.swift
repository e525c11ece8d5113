/// A drawn page as pixels.
package struct PixelPicture: Hashable, Sendable {
  /// In pixels.
  package let width: Int
  /// In pixels.
  package let height: Int
  /// Red, green and blue of each pixel, row by row from the top left.
  package let rgb: [UInt8]

  /// The luminance of each pixel (ITU-R BT.601), 0 black to 255 white.
  package var gray: [UInt8] {
    (0..<(width * height)).map { index in
      let red = 299 * Int(rgb[index * 3])
      let green = 587 * Int(rgb[index * 3 + 1])
      let blue = 114 * Int(rgb[index * 3 + 2])
      return UInt8((red + green + blue + 500) / 1000)
    }
  }
}
