package import Diagnostics
package import DisplayList
package import Forms
package import Measures

/// Forms that are read one against another: on each the same words of a layout, and a line at the same place.
package struct FormRun {
  private let layout: Layout
  private let context: FieldContext
  private let typesetter: Typesetter

  /// The runs of a layout with their words.
  ///
  /// - Parameters:
  ///   - layout: a layout such as `form-run`, which shows its words.
  ///   - context: what holds for fixed words.
  ///   - typesetter: the typesetter for the printer.
  package init(of layout: Layout, context: FieldContext, setBy typesetter: Typesetter) {
    self.layout = layout
    self.context = context
    self.typesetter = typesetter
  }

  /// Where the line crosses on every form.
  package static let place = Point(x: .mm(40), y: .mm(40))

  /// The run.
  ///
  /// - Parameters:
  ///   - name: what is measured, in words.
  ///   - forms: how many forms it has.
  ///   - medium: the paper of one form, as long as the printer is told.
  ///   - characters: characters with their codes, to be looked through; none unless given.
  /// - Returns: one page for each form.
  /// - Throws: ``Refusal`` for a text without room.
  package func document(
    named name: String, forms: Int, on medium: Size, characters: [String] = []
  ) throws(Refusal) -> Document {
    let labels = CalibrationLabels(layout: layout, setBy: typesetter)
    var document = try typesetter.plainSheets(of: layout, count: forms, context: context)
    let caption = try labels.text(
      name, in: Rect(x: .mm(45), y: .mm(17), width: .mm(120), height: .mm(5)), style: "head")
    let grid = try CharacterGrid(characters: characters).items(labels)
    let template = PageTemplate(size: medium, items: LayeredItems(), boxes: [:])
    var pages: [Page] = []
    for page in document.pages {
      var items = page.items
      let mark = VernierMark(number: page.sheet, at: Self.place, hasAcross: false)
      for item in try caption + grid + mark.items(labels) { items.append(item, to: .data) }
      pages.append(Page(template: template, items: items, side: .front, sheet: page.sheet))
    }
    document.pages = pages
    return document
  }
}
