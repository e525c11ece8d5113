/// How large a mark is on paper.
struct MarkSize: Sendable {
  /// Across, in mm.
  let width: Double
  /// Down, in mm.
  let height: Double
  /// The true size over the measured one; 1 unless the size was snapped.
  let correction: Double

  /// The diameters that seals are made in (国发〔1999〕25号 and local rules), in mm.
  static let diameters = [38.0, 40, 42, 45, 50]
  /// How far a measured diameter may miss one of them, in mm.
  static let reach = 0.6

  /// Measures an outline; round seals get the diameter they were made in.
  init(_ outline: Outline, scan: Scan) {
    let (across, down) = (scan.mm(pixels: outline.across), scan.mm(pixels: outline.down))
    let made = Self.diameters.first { abs($0 - across) <= Self.reach }
    guard outline.shape == .round, let made else {
      (width, height, correction) = (across, down, 1)
      return
    }
    (width, height, correction) = (made, made, made / across)
  }
}
