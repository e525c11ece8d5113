/// Makes pictures smaller: each new pixel is the average of the old ones in its area.
struct AreaAverage {
  /// The new width in pixels.
  let width: Int
  /// The new height in pixels.
  let height: Int
  private let oldWidth: Int
  private let columns: [Range<Int>]
  private let rows: [Range<Int>]

  /// - Parameters:
  ///   - width: the old width in pixels.
  ///   - height: the old height in pixels.
  ///   - factor: the new size over the old one, at most 1.
  init(width: Int, height: Int, factor: Double) {
    oldWidth = width
    columns = Self.areas(width, factor)
    rows = Self.areas(height, factor)
    (self.width, self.height) = (columns.count, rows.count)
  }

  /// The averages, row by row; `values` has `channels` of them for every old pixel.
  func scaled(_ values: some RandomAccessCollection<UInt8>, channels: Int) -> [UInt8] {
    values.withContiguousStorageIfAvailable { averages($0, channels) }
      ?? Array(values).withUnsafeBufferPointer { averages($0, channels) }
  }

  private func averages(_ values: UnsafeBufferPointer<UInt8>, _ channels: Int) -> [UInt8] {
    var new: [UInt8] = []
    new.reserveCapacity(width * height * channels)
    for rows in rows {
      for columns in columns {
        for channel in 0..<channels {
          var sum = 0
          for row in rows {
            for column in columns {
              sum &+= Int(values[(row &* oldWidth &+ column) &* channels &+ channel])
            }
          }
          let count = rows.count * columns.count
          new.append(UInt8((sum + count / 2) / count))
        }
      }
    }
    return new
  }

  /// The old pixels of every new one along a side; whole pixels, each counted for one area only.
  private static func areas(_ length: Int, _ factor: Double) -> [Range<Int>] {
    let count = min(max(1, Int((Double(length) * factor).rounded())), length)
    return (0..<count).map { (length * $0 / count)..<(length * ($0 + 1) / count) }
  }
}
