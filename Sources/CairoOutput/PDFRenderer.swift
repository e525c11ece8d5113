import CCairo
import Devices
package import DisplayList
package import Foundation
import Measures
package import Typography

/// Turns documents into PDF files.
///
/// Keeps opened faces, pictures and the static part of each form ready from one document to the
/// next; none of that shows in the bytes. One renderer belongs to one task.
package final class PDFRenderer {
  private let faces: FaceCache
  private let pictures = PictureCache()
  private var placeholders = PDFPlaceholders()
  private var prepared: BoundedCache<PreparedKey, PDFPlaceholder>

  /// What is prepared once: a picture, or layers of a template drawn with nothing else between.
  private enum PreparedKey: Hashable {
    case picture(Picture)
    case mask(InkMask, Ink)
    case template(PageTemplate, [Layer])
  }

  /// - Parameters:
  ///   - cacheLimit: Bytes of prepared pictures and templates kept from one file to the next.
  ///   - open: Finds a font face by its name; it is asked once for each.
  package init(
    cacheLimit: Int = 64_000_000, open: @escaping (FaceID) throws(RenderingError) -> OpenedFace
  ) {
    faces = FaceCache(open: open)
    prepared = BoundedCache(limit: cacheLimit)
  }

  /// Bytes of prepared pictures and templates that are kept now; only tests ask.
  package var cachedBytes: Int { prepared.cost }

  package convenience init(fonts: FontCatalogue) { self.init(open: fonts.open) }

  /// One document as one file.
  package func pdf(
    _ document: Document, content: Content, options: PDFOptions = PDFOptions()
  ) throws(RenderingError) -> Data {
    try pdf([document], content: content, options: options)
  }

  /// Many documents as one file, in order, for whoever prints or shows it; title and language are the
  /// first one's.
  package func pdf(
    _ documents: [Document], content: Content, options: PDFOptions = PDFOptions()
  ) throws(RenderingError) -> Data {
    let pages = documents.flatMap(\.pages).map { $0.calibrated(for: .none, content: content) }
    guard let first = documents.first else { throw RenderingError(.page, Wording.noPages) }
    return try pdf(pages, title: first.title, language: first.language, options: options)
  }

  /// Pages for one printer as one file, each with that printer's correction applied once.
  ///
  /// - Parameters:
  ///   - pages: the sides in printing order.
  ///   - title: of the document.
  ///   - language: its natural language, as a BCP 47 tag.
  ///   - options: what else the file says about itself.
  /// - Returns: the file.
  /// - Throws: ``RenderingError``; there is at least one page.
  package func pdf(
    _ pages: [DevicePage], title: String, language: String, options: PDFOptions = PDFOptions()
  ) throws(RenderingError) -> Data {
    guard let first = pages.first else { throw RenderingError(.page, Wording.noPages) }
    defer { trim() }
    let surface = try PDFSurface(size: first.page.size)
    for page in pages { try draw(page, on: surface) }
    let identity = PDFIdentity(title: title, language: language, options: options)
    return Data(PDFAssembly.file(try surface.finish(), placeholders, document: identity))
  }

  // MARK: Pages

  private func draw(_ sent: DevicePage, on surface: PDFSurface) throws(RenderingError) {
    let page = sent.page
    surface.setSize(page.size)
    unsafe cairo_save(surface.context.cairo)
    surface.context.correct(by: sent.calibration.correction)
    let canvas = canvas(on: surface)
    for part in page.parts(of: sent.content) {
      switch part {
      case .template(let layers): try draw(page.template, layers, on: surface)
      case .own(let items): try canvas.draw(items)
      }
    }
    unsafe cairo_restore(surface.context.cairo)
    surface.endPage()
  }

  private func canvas(on surface: PDFSurface) -> PageCanvas {
    let context = surface.context
    return PageCanvas(
      context: context, faces: faces, target: .colour, text: .withSource,
      drawPicture: { item throws(RenderingError) in
        Self.paint(try self.surface(for: item), on: context)
      },
      drawMask: { item throws(RenderingError) in
        Self.paint(try self.surface(for: item), on: context)
      })
  }

  /// Paints a placeholder over the unit square.
  private static func paint(_ surface: Surface, on context: Pen) {
    unsafe cairo_set_source_surface(context.cairo, surface.handle, 0, 0)
    // Any other filter has viewers and printers smooth the picture.
    unsafe cairo_pattern_set_filter(cairo_get_source(context.cairo), CAIRO_FILTER_NEAREST)
    unsafe cairo_paint(context.cairo)
  }

  // MARK: What is prepared once

  /// Between files only: a file being drawn needs all its placeholders to the end.
  private func trim() {
    for placeholder in prepared.trim() { placeholders.remove(placeholder) }
  }

  private func draw(
    _ template: PageTemplate, _ layers: [Layer], on surface: PDFSurface
  ) throws(RenderingError) {
    guard !layers.isEmpty else { return }
    let placeholder = try placeholderSurface(for: template, layers)
    unsafe cairo_save(surface.context.cairo)
    unsafe cairo_scale(surface.context.cairo, template.size.width.pt, template.size.height.pt)
    Self.paint(placeholder, on: surface.context)
    unsafe cairo_restore(surface.context.cairo)
  }

  private func placeholderSurface(
    for template: PageTemplate, _ layers: [Layer]
  ) throws(RenderingError) -> Surface {
    let key = PreparedKey.template(template, layers)
    if let known = prepared.value(of: key) { return known.surface }
    let page = try PDFSurface(size: template.size)
    let canvas = canvas(on: page)
    for layer in layers { try canvas.draw(template.items[layer]) }
    page.endPage()
    let graft = try page.finish().formGraft(size: template.size, placeholders)
    return try keep(graft, for: key)
  }

  private func surface(for item: ImageItem) throws(RenderingError) -> Surface {
    let key = PreparedKey.picture(item.picture)
    if let known = prepared.value(of: key) { return known.surface }
    let decoded = try pictures.picture(of: item)
    return try keep(try Self.graft(of: item.picture, decoded, placeholders), for: key)
  }

  /// The mask in its ink as a form: compressed once, not for every certificate.
  private func surface(for item: MaskItem) throws(RenderingError) -> Surface {
    let key = PreparedKey.mask(item.mask, item.ink)
    if let known = prepared.value(of: key) { return known.surface }
    // A point for a dot, so that Cairo keeps them as they are.
    let size = Size(width: .pt(Double(item.mask.width)), height: .pt(Double(item.mask.height)))
    let page = try PDFSurface(size: size)
    unsafe cairo_scale(page.context.cairo, size.width.pt, size.height.pt)
    try DecodedMask(item.mask).multiply(
      item.ink, on: page.context, filter: CAIRO_FILTER_NEAREST)
    page.endPage()
    return try keep(try page.finish().formGraft(size: size, placeholders), for: key)
  }

  private func keep(_ graft: PDFGraft, for key: PreparedKey) throws(RenderingError) -> Surface {
    let made = try placeholders.add(graft)
    var cost = graft.byteCount
    // The key holds the picture's file or the mask.
    switch key {
    case .picture(let picture): cost += picture.bytes.count
    case .mask(let mask, _): cost += mask.coverage.count
    case .template: break
    }
    prepared.insert(made, for: key, cost: cost)
    return made.surface
  }

  private static func graft(
    of picture: Picture, _ decoded: DecodedPicture, _ placeholders: PDFPlaceholders
  ) throws(RenderingError) -> PDFGraft {
    let surface = try PDFSurface(size: Size(width: .pt(1), height: .pt(1)))
    unsafe cairo_scale(surface.context.cairo, 1 / Double(picture.width), 1 / Double(picture.height))
    if picture.format == .jpeg { try decoded.attachFile(picture.bytes) }
    paint(decoded.colour, on: surface.context)
    surface.endPage()
    return try surface.finish().imageGraft(placeholders)
  }
}
