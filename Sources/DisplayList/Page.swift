package import Measures

/// One side of one sheet, finished: everything stands at its place.
package struct Page: Sendable {
  /// The side of the sheet.
  package enum Side: String, Codable, Sendable {
    case front
    case back
  }

  /// The part shared with the other pages of the same kind.
  package let template: PageTemplate
  /// The marks that are not in the template.
  package var items: LayeredItems
  /// Whether this is the front or the back of its sheet.
  package let side: Side
  /// The sheet this side belongs to, from 1.
  package let sheet: Int
  /// Boxes of this page beside those of the template, such as the rows of the goods table.
  package var boxes: [String: Rect]
  /// Where the marks of the seal layer belong; nothing stands there yet.
  package var places: [MarkPlace]

  /// A page from its template and its own marks.
  package init(
    template: PageTemplate, items: LayeredItems, side: Side, sheet: Int,
    boxes: [String: Rect] = [:], places: [MarkPlace] = []
  ) {
    self.template = template
    self.items = items
    self.side = side
    self.sheet = sheet
    self.boxes = boxes
    self.places = places
  }

  /// The size of the paper.
  package var size: Size { template.size }

  /// Template and own marks of one layer, in drawing order.
  package func items(of layer: Layer) -> [PageItem] { template.items[layer] + items[layer] }

  /// Where a box of this page lies.
  package func frame(ofBox name: String) -> Rect? { boxes[name] ?? template.boxes[name] }
}

/// A certificate set on its form for one device: the pages in printing order.
package struct Document: Sendable {
  /// The title of the document, such as the form's name with the certificate number.
  package let title: String
  /// The natural language of the form, as a BCP 47 tag.
  package let language: String
  /// The pages in printing order.
  package var pages: [Page]

  /// A document from its pages in printing order.
  package init(title: String, language: String, pages: [Page]) {
    self.title = title
    self.language = language
    self.pages = pages
  }

  /// The number of sheets of paper.
  package var sheetCount: Int { pages.map(\.sheet).max() ?? 0 }
}
