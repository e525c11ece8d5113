import Diagnostics
import Measures

/// How far marks are off in one direction, as a plane over the paper: shift + along · x + down · y, in
/// millimetres.
struct AxisFit {
  let shift: Double
  let along: Double
  let down: Double

  /// The plane with the least squares; one or two readings fix its shift alone.
  ///
  /// - Throws: ``Refusal`` for three or more marks in one line.
  init(
    _ readings: [CalibrationReading], off: (CalibrationReading) -> Double
  ) throws(Refusal) {
    let count = Double(readings.count)
    let values = readings.map { ($0.nominal.x.mm, $0.nominal.y.mm, off($0)) }
    let mean = values.reduce(into: (0.0, 0.0, 0.0)) { sum, value in
      sum = (sum.0 + value.0 / count, sum.1 + value.1 / count, sum.2 + value.2 / count)
    }
    guard readings.count > 2 else {
      (shift, along, down) = (mean.2, 0, 0)
      return
    }
    var (xx, xy, yy, xz, yz) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for value in values {
      let (x, y, z) = (value.0 - mean.0, value.1 - mean.1, value.2 - mean.2)
      (xx, xy, yy) = (xx + x * x, xy + x * y, yy + y * y)
      (xz, yz) = (xz + x * z, yz + y * z)
    }
    let determinant = xx * yy - xy * xy
    guard determinant > 1e-6 * xx * yy, determinant > 0 else {
      throw CalibrationFit.refusal(Wording.marksInLine)
    }
    along = (xz * yy - yz * xy) / determinant
    down = (yz * xx - xz * xy) / determinant
    shift = mean.2 - along * mean.0 - down * mean.1
  }
}
