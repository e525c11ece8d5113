import DisplayList
import Foundation

/// A sheet on which ink is struck, 360 dots per inch.
struct InkCanvas {
  private let width: Int
  private let height: Int
  private var coverage: Data

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    coverage = Data(count: width * height)
  }

  var mask: InkMask { InkMask(width: width, height: height, coverage: coverage) }

  /// A wire of 0.2 mm covers 2.8 dots: rows and columns round its middle, which lies between four dots.
  private static let wire: [[UInt8]] = [
    [0, 110, 110, 0], [110, 255, 255, 110], [110, 255, 255, 110], [0, 110, 110, 0],
  ]

  /// Strikes the pins column by column.
  mutating func strike(_ columns: DotColumns, x: Int, y: Int) {
    for column in 0..<columns.count {
      for pin in 0..<PlanUnit.pins where columns.isStruck(column: column, pin: pin) {
        for (row, inks) in Self.wire.enumerated() {
          for (place, ink) in inks.enumerated() {
            add(
              ink, x: x + column * PlanUnit.perDot + place - 1,
              y: y + pin * PlanUnit.perDot + row - 1)
          }
        }
      }
    }
  }

  /// Adds a drawn mask with its top left corner at a place.
  mutating func add(_ mask: InkMask, x: Int, y: Int) {
    for (index, ink) in mask.coverage.enumerated() where ink > 0 {
      add(ink, x: x + index % mask.width, y: y + index / mask.width)
    }
  }

  private mutating func add(_ ink: UInt8, x: Int, y: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    coverage[y * width + x] = max(coverage[y * width + x], ink)
  }
}
