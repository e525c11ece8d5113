import CairoOutput
import Foundation

/// A colour picture, as independent programs write it (PPM, `P6`).
struct Pixmap {
  let width: Int
  let height: Int
  let rgb: [UInt8]

  init(_ picture: PixelPicture) {
    (width, height, rgb) = (picture.width, picture.height, picture.rgb)
  }

  init?(ppm data: Data) {
    var fields: [String] = []
    var position = data.startIndex
    while fields.count < 4, position < data.endIndex {
      var word = ""
      while position < data.endIndex, data[position] > 0x20 {
        word.append(Character(UnicodeScalar(data[position])))
        position += 1
      }
      if word.hasPrefix("#") {
        while position < data.endIndex, data[position] != 0x0a { position += 1 }
      } else if !word.isEmpty {
        fields.append(word)
      }
      position += 1
    }
    guard fields.count == 4, fields[0] == "P6", let width = Int(fields[1]),
      let height = Int(fields[2]), data.endIndex - position >= width * height * 3
    else { return nil }
    (self.width, self.height) = (width, height)
    rgb = Array(data[position..<(position + width * height * 3)])
  }

  /// The relative luminance of a pixel (WCAG 2, IEC 61966-2-1), 0 to 1.
  func luminance(_ pixel: Int) -> Double {
    let parts = (0..<3).map { Self.linear[Int(rgb[pixel * 3 + $0])] }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static let linear = (0..<256).map { level -> Double in
    let part = Double(level) / 255
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }

  /// Whether a pixel is plainly red.
  func isRed(_ pixel: Int) -> Bool {
    rgb[pixel * 3] > 120 && Int(rgb[pixel * 3 + 1]) + 60 < Int(rgb[pixel * 3])
  }
}
