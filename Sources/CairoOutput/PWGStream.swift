import CCUPS
import Measures

/// A PWG raster stream in memory: libcups writes the page headers, ``LineCoder`` the lines after
/// each.
struct PWGStream {
  let sink: ByteBuffer
  private let options: PWGOptions
  private let pageCount: Int
  private let raster: CupsRaster

  init(options: PWGOptions, pageCount: Int) throws(RenderingError) {
    self.options = options
    self.pageCount = pageCount
    sink = ByteBuffer()
    raster = try CupsRaster(sink)
  }

  /// Begins a page and says how its picture must be laid out.
  func beginPage(size: Size, isBack: Bool) throws(RenderingError) -> RasterLayout {
    var header = cups_page_header2_t()
    let resolution = Int32(options.resolution)
    func hundredths(_ length: Length) -> Int32 { Int32((length.mm * 100).rounded()) }
    let media = unsafe pwgMediaForSize(hundredths(size.width), hundredths(size.height))
    let back = isBack ? options.sheetBack.rawValue : nil
    guard
      unsafe cupsRasterInitPWGHeader(
        &header, media, options.mode.rawValue, resolution, resolution, options.sides.rawValue,
        back) != 0
    else { throw RenderingError(.drawing, Wording.drawing("page header refused")) }
    complete(&header, size)
    try raster.write(&header)
    return RasterLayout(
      width: Int(header.cupsWidth), height: Int(header.cupsHeight),
      bytesPerLine: Int(header.cupsBytesPerLine), resolution: options.resolution,
      isMirroredAcross: Int32(bitPattern: header.cupsInteger.1) < 0,
      isMirroredAlong: Int32(bitPattern: header.cupsInteger.2) < 0)
  }

  /// What libcups leaves open (PWG 5102.4, 4.3): copies, total pages, the size in whole points.
  ///
  /// The image box stays zero, which says nothing about where the page has ink.
  private func complete(_ header: inout cups_page_header2_t, _ size: Size) {
    header.NumCopies = 1
    header.cupsInteger.0 = UInt32(pageCount)
    header.PageSize.0 = UInt32(size.width.pt.rounded())
    header.PageSize.1 = UInt32(size.height.pt.rounded())
  }
}

/// Owns libcups's end of the stream.
@safe private final class CupsRaster {
  private let handle: OpaquePointer
  private let sink: ByteBuffer

  init(_ sink: ByteBuffer) throws(RenderingError) {
    self.sink = sink
    let opened = unsafe cupsRasterOpenIO(
      { closure, data, length in
        guard let closure = unsafe closure, let data = unsafe data else { return -1 }
        unsafe Unmanaged<ByteBuffer>.fromOpaque(closure).takeUnretainedValue()
          .append(data, count: length)
        return length
      }, unsafe Unmanaged.passUnretained(sink).toOpaque(), CUPS_RASTER_WRITE_PWG)
    guard let opened = unsafe opened else {
      throw RenderingError(.drawing, Wording.drawing("no raster stream"))
    }
    unsafe handle = unsafe opened
  }

  deinit { unsafe cupsRasterClose(handle) }

  func write(_ header: inout cups_page_header2_t) throws(RenderingError) {
    guard unsafe cupsRasterWriteHeader2(handle, &header) != 0 else {
      throw RenderingError(.drawing, Wording.drawing("page header refused"))
    }
  }
}
