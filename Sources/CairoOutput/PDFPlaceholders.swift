import CCairo

/// The little pictures that hold the place of prepared objects until the file is put together.
///
/// Cairo copies JPEG data into a file unseen. A placeholder is a JPEG without a picture, but with a
/// comment that names its slot; the object Cairo writes for it is found again by that comment.
struct PDFPlaceholders {
  private static let mark = "OriginPress place "

  /// What stands in for each slot.
  private(set) var grafts: [Int: PDFGraft] = [:]
  private var nextSlot = 0

  /// A surface one unit large that stands for `graft`; the same one wherever the graft is used.
  mutating func add(_ graft: PDFGraft) throws(RenderingError) -> PDFPlaceholder {
    let made = PDFPlaceholder(slot: nextSlot, surface: try Self.surface(slot: nextSlot))
    grafts[nextSlot] = graft
    nextSlot += 1
    return made
  }

  /// Forgets a graft; no file that still shows its placeholder may follow.
  mutating func remove(_ placeholder: PDFPlaceholder) { grafts[placeholder.slot] = nil }

  /// What the object `number` of a file is to be replaced with; `nil` for an ordinary object.
  func graft(of number: Int, in parts: PDFParts) -> PDFGraft? {
    guard let range = parts.ranges[number], range.count < 512,
      let slot = parts.number(after: Self.mark, from: range.lowerBound, to: range.upperBound)
    else { return nil }
    return grafts[slot]
  }

  private static func surface(slot: Int) throws(RenderingError) -> Surface {
    let surface = try Surface.image(CAIRO_FORMAT_RGB24, width: 1, height: 1)
    let bytes = jpeg(comment: mark + "\(slot) ")
    // Cairo keeps the pointer, so the copy lives until the surface does not need it any more.
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = unsafe copy.initialize(from: bytes)
    let status = unsafe cairo_surface_set_mime_data(
      surface.handle, CAIRO_MIME_TYPE_JPEG, copy.baseAddress, UInt(bytes.count),
      { unsafe $0?.deallocate() }, copy.baseAddress)
    try Surface.check(status)
    return surface
  }

  /// Start, comment, frame header of one pixel, end (ITU-T T.81, annex B).
  private static func jpeg(comment: String) -> [UInt8] {
    let frame: [UInt8] = [
      0xff, 0xc0, 0, 17, 8, 0, 1, 0, 1, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1,
    ]
    return [0xff, 0xd8, 0xff, 0xfe, 0, UInt8(comment.utf8.count + 2)] + Array(comment.utf8) + frame
      + [0xff, 0xd9]
  }
}

/// One placeholder: a surface and the slot that its comment names.
struct PDFPlaceholder {
  let slot: Int
  let surface: Surface
}
