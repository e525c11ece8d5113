import DisplayList

/// A picture of whole dots, 180 to the inch, before it is divided into passes.
struct DotGrid: Hashable {
  let columns: Int
  let rows: Int
  private var dots: [Bool]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    dots = Array(repeating: false, count: columns * rows)
  }

  /// The dots that have at least half of their ink.
  init(_ mask: InkMask) {
    columns = mask.width
    rows = mask.height
    dots = mask.coverage.map { $0 >= 128 }
  }

  subscript(column: Int, row: Int) -> Bool {
    get { dots[row * columns + column] }
    set { dots[row * columns + column] = newValue }
  }

  /// The columns and rows that have ink; `nil` when none has.
  var ink: (columns: ClosedRange<Int>, rows: ClosedRange<Int>)? {
    let struck = dots.indices.filter { dots[$0] }
    guard let first = struck.first, let last = struck.last else { return nil }
    let places = struck.map { $0 % columns }
    guard let left = places.min(), let right = places.max() else { return nil }
    return (left...right, (first / columns)...(last / columns))
  }

  /// One band of 24 rows from a row on, which may lie above the first, without blank columns at either
  /// end; `nil` when it is blank.
  func band(from top: Int) -> (left: Int, columns: DotColumns)? {
    let pins = (0..<PlanUnit.pins).filter { (0..<rows).contains(top + $0) }
    let struck = (0..<columns).filter { column in pins.contains { self[column, top + $0] } }
    guard let left = struck.first, let right = struck.last else { return nil }
    var bytes = [UInt8](repeating: 0, count: (right - left + 1) * 3)
    for column in left...right {
      for pin in pins where self[column, top + pin] {
        bytes[(column - left) * 3 + pin / 8] |= 0x80 >> UInt8(pin % 8)
      }
    }
    return (left, DotColumns(bytes: bytes))
  }
}
