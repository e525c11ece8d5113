import CairoOutput

/// Opaque bands with the word SAMPLE across a picture, rising along its diagonal.
///
/// What lies under them is gone from the picture, not only lightened.
struct SampleBand: Sendable {
  /// How broad a band is, in pixels.
  private let breadth: Double
  /// From the middle of one band to that of the next; `nil` for one band through the picture's centre.
  private let pitch: Double?
  private let centre: PixelPoint
  /// The way the word is written, of length 1.
  private let direction: PixelPoint
  private let lettering: SampleLettering

  /// The part of the ink that one band covers at least.
  static let leastShare = 0.25
  /// The part of a picture's shorter side that one band takes at least, to be seen.
  private static let leastBreadth = 0.2

  /// Bands at regular distances, so that a mark cannot escape them wherever it is.
  init(width: Int, height: Int, breadth: Double, pitch: Double?) {
    self.breadth = breadth
    self.pitch = pitch
    let (across, down) = (Double(width), Double(height))
    centre = PixelPoint(x: across / 2, y: down / 2)
    let length = (across * across + down * down).squareRoot()
    direction = PixelPoint(x: across / length, y: -down / length)
    lettering = SampleLettering(height: breadth * 0.5)
  }

  /// One band along the diagonal, so broad that it covers its share of the ink.
  ///
  /// - Parameters:
  ///   - coverage: the ink of every pixel, row by row.
  ///   - width: of the picture, in pixels.
  init(over coverage: [UInt8], width: Int) {
    let height = coverage.count / width
    let thin = SampleBand(width: width, height: height, breadth: 1, pitch: nil)
    var weights = [Int](repeating: 0, count: width + height + 2)
    for (index, value) in coverage.enumerated() where value > 0 {
      weights[Int(abs(thin.place(x: index % width, y: index / width).across)) + 1] += Int(value)
    }
    let wanted = Int((Double(weights.reduce(0, +)) * Self.leastShare).rounded(.up))
    var (half, covered) = (0, 0)
    while covered < wanted {
      covered += weights[half]
      half += 1
    }
    let least = Double(min(width, height)) * Self.leastBreadth
    self.init(width: width, height: height, breadth: max(2 * Double(half), least), pitch: nil)
  }

  /// The picture with the bands over it.
  func drawn(over picture: PixelPicture) -> PixelPicture {
    var rgb = picture.rgb
    for y in 0..<picture.height {
      for x in 0..<picture.width {
        let (share, shade) = band(x: x, y: y)
        guard share > 0 else { continue }
        let pixel = (y * picture.width + x) * 3
        for channel in pixel..<(pixel + 3) {
          rgb[channel] = UInt8(Double(rgb[channel]) * (1 - share) + shade * share)
        }
      }
    }
    return PixelPicture(width: picture.width, height: picture.height, rgb: rgb)
  }

  /// How much of a pixel a band covers, 0 to 1, and the gray it has there.
  private func band(x: Int, y: Int) -> (share: Double, shade: Double) {
    let (along, across) = place(x: x, y: y)
    let share = min(max(breadth / 2 - abs(across) + 0.5, 0), 1)
    guard share > 0 else { return (0, 0) }
    let edge = min(max(1 - abs(breadth / 2 - 1 - abs(across)), 0), 1)
    let dark = max(lettering.coverage(along: along, across: across), edge * 0.5)
    return (share, Self.ground - (Self.ground - Self.letters) * dark)
  }

  /// The gray of the bands and of the word on them.
  private static let ground = 238.0
  private static let letters = 96.0

  /// Where a pixel's middle lies: along the word's direction and below its middle line.
  private func place(x: Int, y: Int) -> (along: Double, across: Double) {
    let (x, y) = (Double(x) + 0.5 - centre.x, Double(y) + 0.5 - centre.y)
    let along = x * direction.x + y * direction.y
    let across = y * direction.x - x * direction.y
    guard let pitch else { return (along, across) }
    return (along, across - (across / pitch).rounded() * pitch)
  }
}
