import DisplayList
import Foundation

/// The one ink of the seal, told apart from the paper and from other inks (sealing.md §5.2, steps 2–4).
struct Unmixed: Sendable {
  let scan: Scan
  let vector: InkVector
  /// How much of the ink each pixel has after the slider, 0 to 255.
  let coverage: [UInt8]

  /// Unmixes a scan; `nil` when it shows no ink.
  init?(_ field: FlatField, kind: SealKind, slider: Slider) {
    guard let vector = InkVector(field, kind: kind) else { return nil }
    scan = field.scan
    self.vector = vector
    let mixing = Mixing(vector, slider)
    let (width, height) = (field.scan.width, field.scan.height)
    let rgb = field.scan.rgb
    coverage = [UInt8](unsafeUninitializedCapacity: width * height) { out, count in
      rgb.withUnsafeBufferPointer { rgb in
        var inverse: [[Float]] = []
        for row in 0..<height {
          // The paper changes too slowly to be asked for in every row.
          if row % FlatField.blockWidth == 0 {
            inverse = (0..<3).map {
              field.inverse(channel: $0, row: row + FlatField.blockWidth / 2)
            }
          }
          for block in inverse[0].indices {
            let first = row * width + block * FlatField.blockWidth
            let last = min(first + FlatField.blockWidth, (row + 1) * width)
            let paper = SIMD3(inverse[0][block], inverse[1][block], inverse[2][block])
            mixing.unmix(rgb, first..<last, paper, into: out)
          }
        }
      }
      count = width * height
    }
  }
}

/// The arithmetic for one pixel after the other.
private struct Mixing {
  private let absorbed: SIMD3<Float>
  private let perSquare: SIMD3<Float>
  private let low: Float
  /// The coverage for each part of full ink, in steps of 1/512; the last one stands for all above.
  private let steps: [Float]

  /// Another ink's part of the darkness, as a distance: from here on the coverage fades, to none there.
  private static let faint: Float = 0.22
  private static let foreign: Float = 0.40
  /// The same as a part of the pixel's own darkness, for pale edges of other inks.
  private static let slanted: Float = 0.22
  private static let crossed: Float = 0.38
  /// Noise of paper and scanner, where directions mean nothing.
  private static let noise: Float = 0.05

  init(_ vector: InkVector, _ slider: Slider) {
    absorbed = vector.absorbed
    perSquare = vector.absorbed / (vector.absorbed * vector.absorbed).sum()
    let light = Self.light(vector.absorbed.max())
    let (low, high) = (slider.low, slider.high)
    steps = (0...Self.stepsToFull).map { step in
      let part = light(Float(step) / Float(Self.stepsToFull))
      return 255 * min(max((part - low) / (high - low), 0), 1)
    }
    self.low = Float(steps.firstIndex { $0 > 0 } ?? 0) / Float(Self.stepsToFull)
  }

  private static let stepsToFull = 512

  /// From a part of full ink in a scan's levels to the part of its area that is inked.
  ///
  /// An inked and a bare half of a pixel mix their light, and light makes levels by a curve (IEC
  /// 61966-2-1, nearly a power of 2.2): levels alone make every edge too thin. The film's own thickness
  /// and the slider's standard position make it wider; 1.4 has the least error at the edges of
  /// synthetic scans that know nothing of this.
  private static func light(_ absorbed: Float) -> (Float) -> Float {
    func lacking(_ part: Float) -> Float {
      1 - Float(pow(Double(max(1 - part * absorbed, 0)), 1.4))
    }
    return { part in lacking(part) / lacking(1) }
  }

  @inline(__always)
  func unmix(
    _ rgb: UnsafeBufferPointer<UInt8>, _ pixels: Range<Int>, _ paper: SIMD3<Float>,
    into out: UnsafeMutableBufferPointer<UInt8>
  ) {
    var pixel = pixels.lowerBound
    while pixel < pixels.upperBound {
      let red = 1 - Float(rgb[pixel &* 3]) * paper.x
      let green = 1 - Float(rgb[pixel &* 3 &+ 1]) * paper.y
      let blue = 1 - Float(rgb[pixel &* 3 &+ 2]) * paper.z
      let alpha = red * perSquare.x + green * perSquare.y + blue * perSquare.z
      out[pixel] = alpha <= low ? 0 : coverage(SIMD3(red, green, blue), alpha)
      pixel &+= 1
    }
  }

  @inline(__always)
  private func coverage(_ darkness: SIMD3<Float>, _ alpha: Float) -> UInt8 {
    let rest = darkness - alpha * absorbed
    let distance = (rest * rest).sum().squareRoot()
    let length = (darkness * darkness).sum().squareRoot()
    let far = Self.ramp(distance, from: Self.faint, to: Self.foreign)
    let aside =
      Self.ramp(distance, from: Self.slanted * length, to: Self.crossed * length)
      * Self.ramp(distance, from: Self.noise, to: 2 * Self.noise)
    let own = 1 - max(far, aside)
    let step = min(Int(alpha * Float(Self.stepsToFull)), Self.stepsToFull)
    return UInt8(steps[step] * own + 0.5)
  }

  @inline(__always)
  private static func ramp(_ value: Float, from: Float, to: Float) -> Float {
    min(max((value - from) / (to - from), 0), 1)
  }
}
