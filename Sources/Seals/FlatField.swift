/// The paper's colour everywhere under the ink (sealing.md §5.2, step 1).
///
/// Scanners shade, and no paper is white: ink is what is darker than this field, not than 255.
struct FlatField: Sendable {
  let scan: Scan
  /// The paper in red, green and blue, 0 to 255.
  private let paper: [QuadraticField]

  /// Fits the paper of a scan from tiles, those with ink left out.
  init(_ scan: Scan) {
    self.scan = scan
    let tiles = Tile.all(of: scan)
    var weights = Self.brightest(tiles)
    var fields: [QuadraticField] = []
    for round in 0..<5 {
      fields = (0..<3).map { channel in
        let samples = zip(tiles, weights).map { tile, weight in
          QuadraticField.Sample(x: tile.x, y: tile.y, value: tile.colour[channel], weight: weight)
        }
        return QuadraticField(samples, width: scan.width, height: scan.height)
      }
      if round < 4 { weights = Self.weights(tiles, fields, weights) }
    }
    paper = fields
  }

  /// The paper in a row of blocks, 1/(255 × reflectance) for each; blocks are `blockWidth` wide.
  func inverse(channel: Int, row: Int) -> [Float] {
    stride(from: 0, to: scan.width, by: Self.blockWidth).map { x in
      let middle = Double(x) + Double(Self.blockWidth) / 2
      return Float(1 / max(paper[channel].value(x: middle, y: Double(row) + 0.5), 24))
    }
  }

  /// Pixels over which the paper counts as even: 0.7 mm at 600 dpi.
  static let blockWidth = 16

  /// Tiles nearly as light as the lightest, to begin with.
  private static func brightest(_ tiles: [Tile]) -> [Double] {
    let sorted = tiles.map(\.lightness).sorted()
    let reference = sorted[sorted.count * 9 / 10]
    return tiles.map { $0.lightness > reference * 0.8 ? 1 : 0 }
  }

  /// Tukey's weights: tiles that miss the field, most often for the ink in them, lose theirs.
  private static func weights(
    _ tiles: [Tile], _ fields: [QuadraticField], _ old: [Double]
  ) -> [Double] {
    let misses = tiles.map { tile in
      (0..<3).map { tile.colour[$0] - fields[$0].value(x: tile.x, y: tile.y) }
        .max { abs($0) < abs($1) } ?? 0
    }
    let known = zip(misses, old).filter { $0.1 > 0 }.map { abs($0.0) }.sorted()
    let spread = max(1.5 * (known.isEmpty ? 0 : known[known.count / 2]), 1)
    return misses.map { miss in
      let part = miss / (4 * spread)
      return abs(part) < 1 ? (1 - part * part) * (1 - part * part) : 0
    }
  }
}

/// A square of a scan with the lightness that most of it has.
private struct Tile {
  let x: Double
  let y: Double
  /// The 70th percentile of red, green and blue: paper, unless ink covers most of the tile.
  let colour: [Double]

  var lightness: Double { (colour[0] + colour[1] + colour[2]) / 3 }

  /// Tiles of 2.7 mm over the whole scan.
  static func all(of scan: Scan) -> [Tile] {
    let side = max(8, Int(scan.pixels(mm: 2.7)))
    var tiles: [Tile] = []
    for y in stride(from: 0, to: scan.height, by: side) {
      for x in stride(from: 0, to: scan.width, by: side) {
        tiles.append(
          Tile(scan, x..<min(x + side, scan.width), y..<min(y + side, scan.height)))
      }
    }
    return tiles
  }

  /// Looks at some 250 pixels only.
  private init(_ scan: Scan, _ columns: Range<Int>, _ rows: Range<Int>) {
    let step = max(1, columns.count / 16)
    var counts = [Int](repeating: 0, count: 3 * 256)
    var total = 0
    for row in stride(from: rows.lowerBound, to: rows.upperBound, by: step) {
      for column in stride(from: columns.lowerBound, to: columns.upperBound, by: step) {
        let pixel = (row * scan.width + column) * 3
        for channel in 0..<3 { counts[channel * 256 + Int(scan.rgb[pixel + channel])] += 1 }
        total += 1
      }
    }
    x = Double(columns.lowerBound + columns.upperBound) / 2
    y = Double(rows.lowerBound + rows.upperBound) / 2
    colour = (0..<3).map { channel in
      var rest = Double(total) * 0.7
      for level in 0..<256 {
        rest -= Double(counts[channel * 256 + level])
        if rest <= 0 { return Double(level) }
      }
      return 255
    }
  }
}
