import DisplayList

/// What full ink takes from the light of the paper, in red, green and blue, 0 to 1 (sealing.md §5.2,
/// step 2).
struct InkVector: Sendable {
  let absorbed: SIMD3<Float>

  /// The ink that most of the coloured pixels have, or of the dark ones for handwriting; `nil` when a
  /// scan has none.
  init?(_ field: FlatField, kind: SealKind) {
    let dark = Self.samples(of: field, isHandwritten: kind.isHandwritten)
    let inks = kind.isHandwritten ? dark : Self.dominant(dark)
    guard inks.count >= Self.leastSamples else { return nil }
    let darkest = inks.sorted { $0.sum() > $1.sum() }.prefix(max(1, inks.count * 2 / 5))
    absorbed = SIMD3(
      Self.median(darkest.map(\.x)), Self.median(darkest.map(\.y)), Self.median(darkest.map(\.z)))
  }

  /// The colour of full ink on white paper.
  var ink: Ink {
    func level(_ part: Float) -> UInt8 { UInt8(min(max((1 - part) * 255, 0), 255).rounded()) }
    return Ink(red: level(absorbed.x), green: level(absorbed.y), blue: level(absorbed.z))
  }

  private static let leastSamples = 40
  /// Some 160 000 pixels tell a colour as well as all do.
  private static let wantedSamples = 160_000

  /// The darkness of pixels with ink: coloured ones, or all dark ones for handwriting.
  private static func samples(of field: FlatField, isHandwritten: Bool) -> [SIMD3<Float>] {
    let scan = field.scan
    let step = max(1, Int((Double(scan.width * scan.height) / Double(wantedSamples)).squareRoot()))
    var samples: [SIMD3<Float>] = []
    for row in stride(from: step / 2, to: scan.height, by: step) {
      let inverse = (0..<3).map { field.inverse(channel: $0, row: row) }
      for column in stride(from: step / 2, to: scan.width, by: step) {
        let block = column / FlatField.blockWidth
        let pixel = (row * scan.width + column) * 3
        let light = SIMD3(
          Float(scan.rgb[pixel]) * inverse[0][block],
          Float(scan.rgb[pixel + 1]) * inverse[1][block],
          Float(scan.rgb[pixel + 2]) * inverse[2][block])
        let darkness = 1 - light
        let isInk =
          isHandwritten ? darkness.max() > 0.3 : darkness.max() - darkness.min() > 0.25
        if isInk { samples.append(darkness) }
      }
    }
    return samples
  }

  /// The pixels of one hue, told by the channel that passes most: red, green or blue ink.
  private static func dominant(_ samples: [SIMD3<Float>]) -> [SIMD3<Float>] {
    let hues = Dictionary(grouping: samples) { leastAbsorbed($0) }
    return hues.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.value ?? []
  }

  private static func leastAbsorbed(_ sample: SIMD3<Float>) -> Int {
    if sample.x <= sample.y && sample.x <= sample.z { return 0 }
    return sample.y <= sample.z ? 1 : 2
  }

  private static func median(_ values: [Float]) -> Float {
    values.sorted()[values.count / 2]
  }
}
