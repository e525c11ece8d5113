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

  /// The mean difference of two pictures in levels of 255, after both are blurred over 3 × 3.
  ///
  /// Blurring takes out where exactly an edge is smoothed; what is missing or moved remains.
  func difference(to other: GrayMap) -> (mean: Double, largest: Int) {
    let (width, height) = (min(width, other.width), min(height, other.height))
    var sum = 0
    var largest = 0
    for y in 1..<(height - 1) {
      for x in 1..<(width - 1) {
        let difference = abs(blurred(x, y) - other.blurred(x, y)) / 9
        sum += difference
        largest = max(largest, difference)
      }
    }
    return (Double(sum) / Double(width * height), largest)
  }

  private func blurred(_ x: Int, _ y: Int) -> Int {
    var sum = 0
    for row in (y - 1)...(y + 1) {
      for column in (x - 1)...(x + 1) { sum += Int(pixels[row * width + column]) }
    }
    return sum
  }

  /// The share of pixels that are not white.
  var ink: Double { Double(pixels.lazy.filter { $0 < 250 }.count) / Double(pixels.count) }
}
