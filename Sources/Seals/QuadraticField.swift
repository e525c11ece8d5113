/// A smooth value over a picture: a polynomial of second degree in place.
struct QuadraticField: Sendable {
  /// The factors of 1, x, y, x², xy and y², with x and y from -1 to 1 over the picture.
  private let factors: [Double]
  private let scaleX: Double
  private let scaleY: Double

  /// A value known at a place, with how much it is trusted.
  struct Sample {
    let x: Double
    let y: Double
    let value: Double
    var weight: Double
  }

  /// The field of least squares through samples; too few of them give a flat field.
  init(_ samples: [Sample], width: Int, height: Int) {
    let (scaleX, scaleY) = (2 / Double(max(width, 2)), 2 / Double(max(height, 2)))
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: 7), count: 6)
    for sample in samples where sample.weight > 0 {
      let terms = Self.terms(sample.x * scaleX - 1, sample.y * scaleY - 1)
      for row in 0..<6 {
        for column in 0..<6 { matrix[row][column] += sample.weight * terms[row] * terms[column] }
        matrix[row][6] += sample.weight * terms[row] * sample.value
      }
    }
    // Keeps a fit through few tiles from swinging.
    let total = matrix[0][0]
    for row in 1..<6 { matrix[row][row] += total * 0.001 }
    factors = LinearSystem.solution(of: matrix) ?? [samples.first?.value ?? 255, 0, 0, 0, 0, 0]
    self.scaleX = scaleX
    self.scaleY = scaleY
  }

  /// The value at a place in pixels.
  func value(x: Double, y: Double) -> Double {
    let (x, y) = (x * scaleX - 1, y * scaleY - 1)
    return factors[0] + x * (factors[1] + x * factors[3] + y * factors[4])
      + y * (factors[2] + y * factors[5])
  }

  private static func terms(_ x: Double, _ y: Double) -> [Double] {
    [1, x, y, x * x, x * y, y * y]
  }
}
