import CCairo
import Devices
package import DisplayList
package import Foundation
import Measures
package import Typography

/// Turns pages into PWG raster (PWG 5102.4) for printers that take nothing else.
///
/// Keeps opened faces, pictures and the bitmaps of form templates; none of that shows in the bytes.
/// One renderer belongs to one task.
package final class PWGRenderer {
  private let tools: DrawingTools
  private let bitmaps: TemplateBitmaps

  /// Lines drawn at a time, which bounds the memory of a page.
  private static let bandLines = 256

  /// The resolutions that can be asked for.
  package static let resolutions = 100...1200

  /// - Parameters:
  ///   - cacheLimit: Bytes of template bitmaps kept; one A4 template at 600 dpi has 35 MB in gray.
  ///   - open: Finds a font face by its name; it is asked once for each.
  package init(
    cacheLimit: Int = 150_000_000, open: @escaping (FaceID) throws(RenderingError) -> OpenedFace
  ) {
    tools = DrawingTools(faces: FaceCache(open: open), pictures: PictureCache())
    bitmaps = TemplateBitmaps(limit: cacheLimit)
  }

  package convenience init(fonts: FontCatalogue) { self.init(open: fonts.open) }

  /// The pages as one stream, each with its printer's correction applied once.
  ///
  /// With two-sided printing a sheet without a back page gets a blank one, so that the next front
  /// page comes on a new sheet.
  package func pwg(
    _ pages: [DevicePage], options: PWGOptions = PWGOptions()
  ) throws(RenderingError) -> Data {
    guard Self.resolutions.contains(options.resolution) else {
      throw RenderingError(
        .request, Wording.resolution(options.resolution, Self.resolutions))
    }
    guard let first = pages.first else { throw RenderingError(.page, Wording.noPages) }
    let sides = options.sides == .oneSided ? pages.map(Optional.some) : Self.paired(pages)
    let stream = try PWGStream(options: options, pageCount: sides.count)
    var size = first.page.size
    for (index, side) in sides.enumerated() {
      size = side?.page.size ?? size
      let isBack = options.sides != .oneSided && index % 2 == 1
      let layout = try stream.beginPage(size: size, isBack: isBack)
      stream.append(try lines(of: side, layout, options.mode))
    }
    return Data(stream.bytes)
  }

  /// Fronts and backs in turn, `nil` for a side that stays blank.
  private static func paired(_ pages: [DevicePage]) -> [DevicePage?] {
    var sides: [DevicePage?] = []
    for page in pages {
      let isBackNext = sides.count % 2 == 1
      if (page.page.side == .back) != isBackNext { sides.append(nil) }
      sides.append(page)
    }
    if sides.count % 2 == 1 { sides.append(nil) }
    return sides
  }

  // MARK: One page

  /// A part of a page that is drawn at one go.
  private enum Step {
    /// Layers of the template, as finished lines of the whole page.
    case template([UInt8])
    case own(BandItems)
  }

  private func lines(
    of page: DevicePage?, _ layout: RasterLayout, _ mode: PWGOptions.Mode
  ) throws(RenderingError) -> [UInt8] {
    switch mode {
    case .gray:
      var band = try GrayBand(width: layout.width, lines: Self.bandLines)
      return try lines(of: page, layout, mode, on: &band)
    case .black:
      var band = try BlackBand(width: layout.width, lines: Self.bandLines)
      return try lines(of: page, layout, mode, on: &band)
    }
  }

  private func lines(
    of page: DevicePage?, _ layout: RasterLayout, _ mode: PWGOptions.Mode,
    on band: inout some RasterBand
  ) throws(RenderingError) -> [UInt8] {
    let matrix = layout.matrix(page?.calibration.correction ?? .identity)
    let steps = try page.map { page throws(RenderingError) in
      try self.steps(of: page, layout, mode, matrix, on: &band)
    }
    var coder = LineCoder(mask: mode == .gray ? 0xff : 0, capacity: 1 << 20)
    for top in stride(from: 0, to: layout.height, by: Self.bandLines) {
      let range = top..<min(top + Self.bandLines, layout.height)
      try draw(steps ?? [], range, matrix, on: &band)
      let width = band.bytesPerLine
      unsafe band.withLines(range.count) { bytes in
        for line in 0..<range.count {
          unsafe coder.add(UnsafeBufferPointer(rebasing: bytes[(line * width)...].prefix(width)))
        }
      }
    }
    coder.finish()
    return coder.bytes
  }

  private func draw(
    _ steps: [Step], _ range: Range<Int>, _ matrix: cairo_matrix_t,
    on band: inout some RasterBand
  ) throws(RenderingError) {
    band.clear()
    for step in steps {
      switch step {
      case .template(let lines):
        let width = band.bytesPerLine
        unsafe lines.withUnsafeBufferPointer { lines in
          let part = unsafe lines[(range.lowerBound * width)..<(range.upperBound * width)]
          unsafe band.merge(UnsafeBufferPointer(rebasing: part))
        }
      case .own(let items):
        let touching = items.touching(range)
        if touching.isEmpty { continue }
        try band.draw(touching, matrix: matrix, top: range.lowerBound, with: tools)
      }
    }
  }

  private func steps(
    of page: DevicePage, _ layout: RasterLayout, _ mode: PWGOptions.Mode,
    _ matrix: cairo_matrix_t, on band: inout some RasterBand
  ) throws(RenderingError) -> [Step] {
    var steps: [Step] = []
    for part in page.page.parts(of: page.content) {
      switch part {
      case .own(let items): steps.append(.own(BandItems(items, matrix: matrix)))
      case .template(let layers):
        let key = TemplateBitmaps.Key(
          template: page.page.template, layers: layers, mode: mode, layout: layout,
          correction: page.calibration.correction)
        let items = BandItems(
          layers.flatMap { page.page.template.items[$0] }, matrix: matrix)
        let lines = try bitmaps.lines(of: key) { () throws(RenderingError) in
          try self.bitmap(of: items, layout, matrix, on: &band)
        }
        steps.append(.template(lines))
      }
    }
    return steps
  }

  /// The whole page of some marks as finished lines.
  private func bitmap(
    of items: BandItems, _ layout: RasterLayout, _ matrix: cairo_matrix_t,
    on band: inout some RasterBand
  ) throws(RenderingError) -> [UInt8] {
    var bitmap: [UInt8] = []
    bitmap.reserveCapacity(band.bytesPerLine * layout.height)
    for top in stride(from: 0, to: layout.height, by: Self.bandLines) {
      let range = top..<min(top + Self.bandLines, layout.height)
      try draw([.own(items)], range, matrix, on: &band)
      unsafe band.withLines(range.count) { unsafe bitmap += $0 }
    }
    return bitmap
  }
}
