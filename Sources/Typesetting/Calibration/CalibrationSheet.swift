package import Devices
package import Diagnostics
package import DisplayList
package import Forms
package import Measures

/// What is printed to see how far a printer is off: the sheet to be read with a ruler, or marks upon a form.
package struct CalibrationSheet {
  private let layout: Layout
  private let context: FieldContext
  private let typesetter: Typesetter
  private let labels: CalibrationLabels

  /// The sheets of a layout with their words.
  ///
  /// - Parameters:
  ///   - layout: the layout `calibration`.
  ///   - context: what holds for fixed words.
  ///   - typesetter: the typesetter for the printer.
  package init(of layout: Layout, context: FieldContext, setBy typesetter: Typesetter) {
    self.layout = layout
    self.context = context
    self.typesetter = typesetter
    labels = CalibrationLabels(layout: layout, setBy: typesetter)
  }

  /// The marks of the sheet that is read with a ruler.
  package var marks: CalibrationMarks { CalibrationMarks(on: layout.paper) }

  /// The sheet that is read with a ruler, on one side of the paper.
  ///
  /// - Parameters:
  ///   - name: what is calibrated, in words.
  ///   - side: the side that is printed on; the front of a back stays empty.
  /// - Returns: the page, behind an empty one where it is a back.
  /// - Throws: ``Refusal`` for a text without room.
  package func vernier(named name: String, on side: Page.Side) throws(Refusal) -> Document {
    let words = try typesetter.plainSheets(of: layout, count: 1, context: context).pages[0]
    var items =
      try words.items[.data]
      + labels.text(
        name, in: Rect(x: .mm(45), y: .mm(20), width: .mm(120), height: .mm(5)), style: "head")
    for (index, place) in marks.places.enumerated() {
      items += try VernierMark(number: index + 1, at: place).items(labels)
    }
    items += try VernierExample().items(labels)
    return document(words.template, items, side)
  }

  /// Brackets and scales at the corners of a form's frame, to be printed on such a form that is void.
  ///
  /// - Parameters:
  ///   - name: what is calibrated, in words.
  ///   - side: the side that is printed on.
  ///   - frame: the form's frame.
  ///   - reach: the part of the page that comes out; scales end at its edge.
  /// - Returns: the page, behind an empty one where it is a back.
  /// - Throws: ``Refusal`` for a text without room.
  package func overlay(
    named name: String, on side: Page.Side, over frame: Rect, within reach: Rect
  ) throws(Refusal) -> Document {
    let template = PageTemplate(size: layout.paper, items: LayeredItems(), boxes: [:])
    var items = try labels.text(
      name,
      in: Rect(x: frame.left + .mm(30), y: frame.top - .mm(6), width: .mm(120), height: .mm(5)),
      style: "head")
    for (index, place) in CalibrationMarks(corners: frame).places.enumerated() {
      items += try CornerMark(number: index + 1, at: place, of: frame, within: reach)
        .items(labels)
    }
    return document(template, items, side)
  }

  private func document(
    _ template: PageTemplate, _ items: [PageItem], _ side: Page.Side
  ) -> Document {
    var own = LayeredItems()
    own[.data] = items
    var pages = [Page(template: template, items: own, side: side, sheet: 1)]
    if side == .back {
      let empty = PageTemplate(size: layout.paper, items: LayeredItems(), boxes: [:])
      pages.insert(
        Page(template: empty, items: LayeredItems(), side: .front, sheet: 1), at: 0)
    }
    return Document(
      title: layout.titleEnglish, language: layout.language.rawValue, pages: pages)
  }
}
