import CairoOutput
import Foundation

/// A picture in the PGM format (`P5`), as poppler and Ghostscript write it.
struct GrayMap {
  let width: Int
  let height: Int
  /// 0 black to 255 white, row by row.
  let pixels: [UInt8]

  init(width: Int, height: Int, pixels: [UInt8]) {
    (self.width, self.height, self.pixels) = (width, height, pixels)
  }

  init(_ picture: PixelPicture) {
    (width, height, pixels) = (picture.width, picture.height, picture.gray)
  }

  init?(pgm data: Data) {
    var position = data.startIndex
    var numbers: [Int] = []
    guard data.starts(with: "P5".utf8) else { return nil }
    position += 2
    while numbers.count < 3 {
      while position < data.endIndex, data[position] <= 0x20 { position += 1 }
      if position < data.endIndex, data[position] == 0x23 {
        while position < data.endIndex, data[position] != 0x0a { position += 1 }
        continue
      }
      var digits = ""
      while position < data.endIndex, (0x30...0x39).contains(data[position]) {
        digits.append(Character(UnicodeScalar(data[position])))
        position += 1
      }
      guard let number = Int(digits) else { return nil }
      numbers.append(number)
    }
    (width, height) = (numbers[0], numbers[1])
    pixels = Array(data[(position + 1)...])
    guard pixels.count == width * height else { return nil }
  }

  /// The mean and the largest difference of two pictures in levels of 255, by fields of 8 × 8 pixels.
  ///
  /// Fields take out where exactly an edge is smoothed; what is missing or moved remains.
  func difference(to other: GrayMap) -> (mean: Double, largest: Int) {
    let (columns, rows) = (min(width, other.width) / 8, min(height, other.height) / 8)
    var sum = 0
    var largest = 0
    for row in 0..<rows {
      for column in 0..<columns {
        let difference = abs(tone(column, row) - other.tone(column, row))
        sum += difference
        largest = max(largest, difference)
      }
    }
    return (Double(sum) / Double(columns * rows), largest)
  }

  /// The mean level of a field.
  private func tone(_ column: Int, _ row: Int) -> Int {
    pixels.withUnsafeBufferPointer { pixels in
      var sum = 0
      for y in (row * 8)..<(row * 8 + 8) {
        for x in (column * 8)..<(column * 8 + 8) { sum += Int(pixels[y * width + x]) }
      }
      return sum / 64
    }
  }

  /// The share of pixels that are not white.
  var ink: Double { Double(pixels.lazy.filter { $0 < 250 }.count) / Double(pixels.count) }
}
