import CCUPS
import Foundation

/// One page as libcups reads it from a PWG raster stream.
struct RasterPage {
  let header: cups_page_header2_t
  let lines: [[UInt8]]

  struct Damaged: Error {}

  static func read(_ data: Data) throws -> [RasterPage] {
    let scratch = FileManager.default.temporaryDirectory.appending(
      path: "originpress-\(UUID().uuidString).pwg")
    try data.write(to: scratch)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let file = try FileHandle(forReadingFrom: scratch)
    guard let raster = cupsRasterOpen(file.fileDescriptor, CUPS_RASTER_READ) else {
      throw Damaged()
    }
    defer { cupsRasterClose(raster) }
    var pages: [RasterPage] = []
    var header = cups_page_header2_t()
    while cupsRasterReadHeader2(raster, &header) != 0 {
      var lines: [[UInt8]] = []
      for _ in 0..<header.cupsHeight {
        var line = [UInt8](repeating: 0, count: Int(header.cupsBytesPerLine))
        guard cupsRasterReadPixels(raster, &line, header.cupsBytesPerLine) != 0 else {
          throw Damaged()
        }
        lines.append(line)
      }
      pages.append(RasterPage(header: header, lines: lines))
    }
    guard try file.offset() == UInt64(data.count) else { throw Damaged() }
    return pages
  }

  var mediaName: String {
    withUnsafeBytes(of: header.cupsPageSizeName) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// The page as gray levels, 0 black.
  var grayMap: GrayMap {
    let width = Int(header.cupsWidth)
    var pixels: [UInt8] = []
    for line in lines {
      if header.cupsBitsPerPixel == 8 {
        pixels += line
      } else {
        pixels += (0..<width).map { line[$0 / 8] >> UInt8(7 - $0 % 8) & 1 == 1 ? 0 : 255 }
      }
    }
    return GrayMap(width: width, height: lines.count, pixels: pixels)
  }

  /// The smallest box around everything dark; right and bottom are exclusive.
  func inkBox() -> (left: Int, top: Int, right: Int, bottom: Int)? {
    let map = grayMap
    var box: (left: Int, top: Int, right: Int, bottom: Int)?
    for y in 0..<map.height {
      let row = map.pixels[(y * map.width)..<((y + 1) * map.width)]
      guard let first = row.firstIndex(where: { $0 < 128 }),
        let last = row.lastIndex(where: { $0 < 128 })
      else { continue }
      let (left, right) = (first - row.startIndex, last - row.startIndex + 1)
      box = (min(box?.left ?? left, left), box?.top ?? y, max(box?.right ?? 0, right), y + 1)
    }
    return box
  }
}
