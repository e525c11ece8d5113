import Measures

extension PDFParts {
  /// The one picture that a file with one page shows.
  func imageGraft(_ placeholders: PDFPlaceholders) throws(RenderingError) -> PDFGraft {
    let images = ranges.keys.sorted().filter { number in
      guard let range = ranges[number] else { return false }
      let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 300)
      return first("/Subtype /Image", in: head) != nil
    }
    let masks = images.compactMap { number(after: "/SMask ", ofObject: $0) }
    guard let main = images.first(where: { !masks.contains($0) }) else {
      throw RenderingError(.drawing, Wording.drawing("no picture in Cairo's PDF"))
    }
    return PDFGraft(self, main: main, grafts: placeholders)
  }

  /// The one page of a file as a form XObject (PDF 32000-1, 8.10) one unit wide and high.
  func formGraft(
    size: Size, _ placeholders: PDFPlaceholders
  ) throws(RenderingError) -> PDFGraft {
    guard let pages = number(after: "/Pages ", ofObject: root),
      let page = number(after: "/Kids [ ", ofObject: pages),
      let contents = number(after: "/Contents ", ofObject: page),
      let resources = number(after: "/Resources ", ofObject: page)
    else { throw RenderingError(.drawing, Wording.drawing("no page in Cairo's PDF")) }
    let (width, height) = (size.width.pt, size.height.pt)
    let start =
      " /Type /XObject /Subtype /Form /BBox [ 0 0 \(width) \(height) ]"
      + " /Matrix [ \(1 / width) 0 0 \(1 / height) 0 0 ]\n   /Resources "
    return PDFGraft(
      self, main: contents,
      prefix: [.bytes(Array(start.utf8)), .reference(resources), .bytes([0x0a])],
      grafts: placeholders)
  }
}
