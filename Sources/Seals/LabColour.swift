import DisplayList
import Foundation

/// A colour as people see it (CIE 1976 L*a*b*, D65).
struct LabColour: Sendable {
  let lightness: Double
  let a: Double
  let b: Double

  /// How far from grey.
  var chroma: Double { (a * a + b * b).squareRoot() }
  /// Degrees from 0 (red) over 90 (yellow) and 180 (green) to 270 (blue).
  var hue: Double {
    let degrees = atan2(b, a) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }

  /// From sRGB (IEC 61966-2-1).
  init(_ ink: Ink) {
    let (red, green, blue) = (
      Self.linear(ink.red), Self.linear(ink.green), Self.linear(ink.blue)
    )
    let x = Self.root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    let y = Self.root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    let z = Self.root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    lightness = 116 * y - 16
    a = 500 * (x - y)
    b = 200 * (y - z)
  }

  private static func linear(_ level: UInt8) -> Double {
    let part = Double(level) / 255
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }

  private static func root(_ part: Double) -> Double {
    part > 0.008856 ? cbrt(part) : 7.787 * part + 16 / 116
  }
}
