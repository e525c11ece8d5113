import DisplayList
import Measures

/// Templates drawn for a printer, kept up to a limit of memory; the least recently used go first.
final class TemplateBitmaps {
  /// Everything a bitmap depends on.
  struct Key: Hashable {
    let template: PageTemplate
    let layers: [Layer]
    let mode: PWGOptions.Mode
    let layout: RasterLayout
    let correction: Transform
  }

  private var bitmaps: [Key: (lines: [UInt8], lastUse: Int)] = [:]
  private var uses = 0
  /// Bytes kept at most, beside the bitmap in use.
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The bitmap of a key, drawn by `draw` when it is not there.
  func lines(
    of key: Key, draw: () throws(RenderingError) -> [UInt8]
  ) throws(RenderingError) -> [UInt8] {
    uses += 1
    if let known = bitmaps[key] {
      bitmaps[key]?.lastUse = uses
      return known.lines
    }
    let made = try draw()
    bitmaps[key] = (made, uses)
    while bitmaps.count > 1, bitmaps.values.reduce(0, { $0 + $1.lines.count }) > limit {
      guard let oldest = bitmaps.min(by: { $0.value.lastUse < $1.value.lastUse }) else { break }
      bitmaps[oldest.key] = nil
    }
    return made
  }
}
