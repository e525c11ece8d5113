package import Diagnostics
package import Measures

/// How a printer deviates, found from readings by least squares; with one or two of them only its shift.
///
/// A point that is asked for at (x, y) comes out at ``deviation`` of it (dotmatrix.md 4.2).
package struct CalibrationFit: Hashable, Codable, Sendable {
  /// From where a mark was asked for to where it comes out.
  package let deviation: Transform
  /// The largest distance between a reading and where the fit has its mark.
  package let residual: Length

  /// What readings that make sense never exceed, in millimetres and as a part.
  private enum Limit {
    static let distance = 15.0
    static let residual = 0.2
    static let scale = 0.02
    /// What a line of text absorbs, and the step of a reading (dotmatrix.md 4.2).
    static let tilt = 0.1 + 0.1
  }

  /// A fit as it was found before.
  package init(deviation: Transform, residual: Length) {
    self.deviation = deviation
    self.residual = residual
  }

  /// Fits readings of different marks.
  ///
  /// - Parameters:
  ///   - readings: the readings.
  ///   - canTilt: whether the printer can print along a tilted line; impact printers cannot.
  /// - Throws: ``Refusal`` for readings that make no sense, naming the mark to be read again, and for paper
  ///   that went in askew where lines cannot be tilted.
  package init(_ readings: [CalibrationReading], canTilt: Bool) throws(Refusal) {
    try Self.checkMarks(readings)
    let map = try Self.map(of: readings, canTilt: canTilt)
    let worst = Self.worst(readings, map)
    if worst.mm > Limit.residual {
      throw Self.refusal(Wording.marksDisagree(Self.suspects(readings), worst))
    }
    deviation = map
    residual = worst
  }

  /// The calibration that has every mark come out where it was asked for.
  package var calibration: Calibration {
    guard let correction = deviation.inverse else {
      preconditionFailure("a map near the identity has an inverse")
    }
    return Calibration(correction: correction)
  }

  // MARK: The fit

  private static func map(
    of readings: [CalibrationReading], canTilt: Bool
  ) throws(Refusal) -> Transform {
    let x = try AxisFit(readings) { ($0.read.x - $0.nominal.x).mm }
    let y = try AxisFit(readings) { ($0.read.y - $0.nominal.y).mm }
    try checkScale(x.along, y.down)
    if !canTilt { try checkTilt(y.along, readings) }
    return Transform(
      xx: 1 + x.along, xy: x.down, yx: canTilt ? y.along : 0, yy: 1 + y.down,
      dx: .mm(x.shift), dy: .mm(y.shift + (canTilt ? 0 : y.along * middle(readings))))
  }

  private static func worst(_ readings: [CalibrationReading], _ map: Transform) -> Length {
    readings.map { map.apply($0.nominal).distance(to: $0.read) }.max() ?? .zero
  }

  /// The marks without which the others agree; of two opposite corners no other mark says which is wrong.
  private static func suspects(_ readings: [CalibrationReading]) -> [Int] {
    let all = readings.map(\.mark)
    guard readings.count > 3 else { return all }
    let suspects = all.filter { mark in
      let others = readings.filter { $0.mark != mark }
      let map = try? map(of: others, canTilt: true)
      return map.map { worst(others, $0).mm <= Limit.residual } ?? false
    }
    return suspects.isEmpty ? all : suspects
  }

  // MARK: Checks

  private static func checkMarks(_ readings: [CalibrationReading]) throws(Refusal) {
    guard !readings.isEmpty else { throw refusal(Wording.noReadings) }
    for reading in readings {
      if readings.count(where: { $0.mark == reading.mark }) > 1 {
        throw refusal(Wording.markTwice(reading.mark))
      }
      let distance = reading.nominal.distance(to: reading.read)
      if distance.mm > Limit.distance { throw refusal(Wording.markFar(reading.mark, distance)) }
    }
  }

  private static func checkScale(_ factors: Double...) throws(Refusal) {
    for factor in factors where abs(factor) > Limit.scale {
      throw refusal(Wording.wrongScale(1 + factor))
    }
  }

  private static func checkTilt(
    _ tilt: Double, _ readings: [CalibrationReading]
  ) throws(Refusal) {
    let edges = readings.map(\.nominal.x.mm)
    let rise = abs(tilt) * ((edges.max() ?? 0) - (edges.min() ?? 0))
    if rise > Limit.tilt { throw refusal(Wording.tilted(.mm(rise)), hint: Wording.loadStraight) }
  }

  private static func middle(_ readings: [CalibrationReading]) -> Double {
    readings.map(\.nominal.x.mm).reduce(0, +) / Double(readings.count)
  }

  static func refusal(_ message: Message, hint: Message? = nil) -> Refusal {
    Refusal(Diagnostic(at: .field("reading"), message, hint: hint))
  }
}
