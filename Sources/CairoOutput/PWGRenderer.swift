import Devices
package import DisplayList
import Measures
package import Typography

/// Turns pages into PWG raster (PWG 5102.4) for printers that take nothing else.
///
/// Keeps opened faces, pictures and what pages share as finished lines; none of that shows in the bytes.
/// One renderer belongs to one task.
package final class PWGRenderer {
  private let faces: FaceCache
  private let pictures = PictureCache()
  private let masks = MaskCache()
  private var grounds: BoundedCache<GroundKey, CodedLines>

  /// Lines drawn at a time: few enough for the processor's cache.
  private static let bandLines = 128

  /// From this resolution on a dot of a path or text is inked or not; pictures stay smooth.
  private static let crispFrom = 300

  /// The resolutions that can be asked for.
  package static let resolutions = 100...1200

  /// - Parameters:
  ///   - cacheLimit: Bytes of drawn templates kept, as coded lines: some 2 MB for an A4 form.
  ///   - open: Finds a font face by its name; it is asked once for each.
  package init(
    cacheLimit: Int = 64_000_000, open: @escaping (FaceID) throws(RenderingError) -> OpenedFace
  ) {
    faces = FaceCache(open: open)
    grounds = BoundedCache(limit: cacheLimit)
  }

  package convenience init(fonts: FontCatalogue) { self.init(open: fonts.open) }

  /// Writes the pages as one stream, each with its printer's correction applied once.
  ///
  /// With two-sided printing a sheet without a back page gets a blank one, so that the next front
  /// page comes on a new sheet.
  ///
  /// - Parameters:
  ///   - pages: The sides in printing order.
  ///   - options: Resolution, dots and sides.
  ///   - write: Takes the bytes of one page after the other; they are lent for the call.
  /// - Throws: ``RenderingError``, and what `write` throws.
  package func pwg(
    _ pages: [DevicePage], options: PWGOptions = PWGOptions(),
    to write: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
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
      try draw(side, layout, options.mode, to: stream.sink)
      try unsafe write(stream.sink.bytes)
      stream.sink.removeAll()
    }
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

  /// Everything that the ground of a page depends on.
  private struct GroundKey: Hashable {
    let template: PageTemplate
    let parts: [PagePart]
    let mode: PWGOptions.Mode
    let layout: RasterLayout
    let correction: Transform
  }

  private func draw(
    _ page: DevicePage?, _ layout: RasterLayout, _ mode: PWGOptions.Mode, to buffer: ByteBuffer
  ) throws(RenderingError) {
    switch mode {
    case .gray:
      let band = try GrayBand(width: layout.width, lines: Self.bandLines)
      try draw(page, PageCoding(layout, page, 0xff, tools(layout), band), mode, to: buffer)
    case .black:
      let band = try BlackBand(width: layout.width, lines: Self.bandLines)
      try draw(page, PageCoding(layout, page, 0, tools(layout), band), mode, to: buffer)
    }
  }

  private func tools(_ layout: RasterLayout) -> DrawingTools {
    DrawingTools(
      faces: faces, pictures: pictures, masks: masks, isCrisp: layout.resolution >= Self.crispFrom)
  }

  private func draw(
    _ page: DevicePage?, _ coding: PageCoding<some RasterBand>, _ mode: PWGOptions.Mode,
    to buffer: ByteBuffer
  ) throws(RenderingError) {
    var coding = coding
    guard let page else { return _ = try coding.write([], over: coding.blank, to: buffer) }
    let parts = page.page.parts(of: page.content)
    let ground = parts.lastIndex { $0.isTemplate }.map { Array(parts[...$0]) } ?? []
    let own = parts.dropFirst(ground.count).flatMap { $0.items(of: page.page.template) }
    let lines = try self.ground(ground, of: page, mode, &coding)
    _ = try coding.write(own, over: lines, to: buffer)
  }

  /// The first parts of a page as finished lines, up to the last one that comes from the template.
  ///
  /// The status words drawn between are nearly always the same, so they are kept with the template.
  private func ground(
    _ parts: [PagePart], of page: DevicePage, _ mode: PWGOptions.Mode,
    _ coding: inout PageCoding<some RasterBand>
  ) throws(RenderingError) -> CodedLines {
    if parts.isEmpty { return coding.blank }
    let key = GroundKey(
      template: page.page.template, parts: parts, mode: mode, layout: coding.layout,
      correction: page.calibration.correction)
    if let known = grounds.value(of: key) { return known }
    let items = parts.flatMap { $0.items(of: page.page.template) }
    let made = try coding.write(items, over: coding.blank, to: ByteBuffer())
    grounds.insert(made, for: key, cost: made.cost)
    grounds.trim()
    return made
  }
}

extension PagePart {
  fileprivate var isTemplate: Bool {
    if case .template = self { true } else { false }
  }

  fileprivate func items(of template: PageTemplate) -> [PageItem] {
    switch self {
    case .own(let items): items
    case .template(let layers): layers.flatMap { template.items[$0] }
    }
  }
}
