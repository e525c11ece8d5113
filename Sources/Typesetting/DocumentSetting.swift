import Barcode
import Certificates
import Devices
import Diagnostics
import DisplayList
import Forms
import Measures
import Typography

/// Sets one document: distributes the goods, then fills every face, then the attachment.
struct DocumentSetting {
  let form: BoundForm
  let device: DeviceProfile
  let shaper: Shaper
  let templates: Typesetter
  let reader: FaultReader
  let setter: TextSetter

  private var moved: [GoodsRowSetter.Moved] = []
  private var faults: [Diagnostic] = []

  init(
    form: BoundForm, device: DeviceProfile, shaper: Shaper, templates: Typesetter,
    reader: FaultReader = .applicant
  ) {
    self.form = form
    self.device = device
    self.shaper = shaper
    self.templates = templates
    self.reader = reader
    setter = TextSetter(
      shaper: shaper, layout: form.layout, printer: device.residentPitch == nil ? nil : device)
  }

  private var layout: Layout { form.layout }
  private var notes: OutputNotes {
    OutputNotes(layout: layout, context: form.context, setter: setter)
  }

  /// All pages in printing order, or every reason why not.
  mutating func document() throws(Refusal) -> Document {
    let sheets = try goodsSheets()
    var pages: [Page] = []
    for (index, rows) in sheets.enumerated() {
      pages.append(try front(sheet: index + 1, of: sheets.count, rows: rows))
      if form.context.hasBackPage, let overleaf = layout.overleaf {
        pages.append(try back(overleaf, sheet: index + 1))
      }
    }
    let attachment = AttachmentSetter(form: form, setter: setter)
    for items in try attachment.pages(for: moved) {
      let empty = PageTemplate(size: layout.paper, items: LayeredItems(), boxes: [:])
      let sheet = (pages.last?.sheet ?? 0) + 1
      var page = Page(template: empty, items: items, side: .front, sheet: sheet)
      page.items[.note] = try notes.items()
      page.boxes["attachment"] = layout.attachment.frame
      pages.append(page)
    }
    report(PrintableAreaCheck(device: device, layout: layout, reader: reader).faults(of: pages))
    if !faults.isEmpty { throw Refusal(faults) }
    return Document(
      title: form.context.title(of: layout, form.certificate), language: layout.language.rawValue,
      pages: pages)
  }

  // MARK: Goods

  private mutating func goodsSheets() throws(Refusal) -> [TableFlow.Sheet] {
    guard let table = layout.front.table else { return [TableFlow.Sheet()] }
    let further = layout.continuation.table ?? table
    var flow = TableFlow(
      first: table.body.height - table.gap / 2, further: further.body.height - further.gap / 2,
      gap: table.gap)
    let rows = GoodsRowSetter(form: form, table: table, setter: setter)
    for entry in form.rows(of: table) {
      do throws(Refusal) {
        let (row, moved) = try rows.row(entry)
        self.moved += moved
        flow.add(row)
      } catch {
        report(error.diagnostics)
      }
    }
    flow.close(with: try rows.closing(scope: form.scope(page: 1, of: 1)))
    return flow.sheets
  }

  // MARK: Faces

  private mutating func front(
    sheet: Int, of count: Int, rows: TableFlow.Sheet
  ) throws(Refusal) -> Page {
    let isFirst = sheet == 1
    let face = isFirst ? layout.front : layout.continuation
    let name = face == layout.front ? "front" : "continuation"
    let template = try templates.template(of: face, named: name, layout, form.context)
    var page = Page(
      template: template, items: LayeredItems(), side: .front, sheet: sheet,
      places: face.seals.map(\.markPlace))
    page.items[.note] = try notes.items()
    let scope = form.scope(page: sheet, of: count)
    for element in face.texts {
      try set(element, origin: .zero, box: nil, scope, movesOver: isFirst, onto: &page)
    }
    for box in face.boxes { try fill(box, scope, movesOver: isFirst, onto: &page) }
    if let table = face.table { GoodsPlacer(table: table, setter: setter).place(rows, onto: &page) }
    if let code = form.code(on: face) { try place(code, onto: &page) }
    return page
  }

  private mutating func back(_ overleaf: Face, sheet: Int) throws(Refusal) -> Page {
    let template = try templates.template(of: overleaf, named: "overleaf", layout, form.context)
    var page = Page(
      template: template, items: LayeredItems(), side: .back, sheet: sheet,
      places: overleaf.seals.map(\.markPlace))
    page.items[.note] = try notes.items()
    return page
  }

  private mutating func fill(
    _ box: FormBox, _ scope: FieldScope, movesOver: Bool, onto page: inout Page
  ) throws(Refusal) {
    for element in box.texts {
      try set(
        element, origin: box.frame.origin, box: box.id, scope, movesOver: movesOver, onto: &page)
    }
    for tick in box.ticks where tick.condition?.holds(in: scope) == true {
      page.items.append(.path(cross(tick, in: box)), to: .data)
    }
  }

  private func cross(_ tick: TickBox, in box: FormBox) -> PathItem {
    let frame = Rect(
      origin: box.frame.origin + tick.at, size: Size(width: tick.side, height: tick.side)
    ).inset(left: .mm(0.5), top: .mm(0.5), right: .mm(0.5), bottom: .mm(0.5))
    return PathItem(
      steps: [
        .move(frame.origin), .line(Point(x: frame.right, y: frame.bottom)),
        .move(Point(x: frame.right, y: frame.top)), .line(Point(x: frame.left, y: frame.bottom)),
      ], stroke: PathItem.Stroke(width: .mm(0.35)), box: box.id)
  }

  /// Sets one element; conditional words of the form count as data, because they vary.
  private mutating func set(
    _ element: TextElement, origin: Point, box: String?, _ scope: FieldScope, movesOver: Bool,
    onto page: inout Page
  ) throws(Refusal) {
    if case .fixed = element.words, element.condition == nil { return }
    if let condition = element.condition, !condition.holds(in: scope) { return }
    var text = element.words.pattern.text(in: scope)
    if case .fixed = element.words { text = BoundText(text.string, field: element.condition?.path) }
    do throws(Refusal) {
      let frame = element.frame.moved(by: origin)
      let lead = try lead(of: element, in: frame, leavesHalf: !text.isEmpty, box: box, scope)
      for item in lead.items { page.items.append(.text(item), to: .data) }
      let items = try items(
        of: text, element, in: lead.rest, box: box, movesOver: movesOver)
      for item in items { page.items.append(.text(item), to: .data) }
    } catch {
      report(error.diagnostics)
    }
  }

  /// What stands above an element's own words, and the frame that is left for them.
  ///
  /// Nothing of it moves: beside other words it takes up to half of the frame, smaller until it fits.
  private func lead(
    of element: TextElement, in frame: Rect, leavesHalf: Bool, box: String?, _ scope: FieldScope
  ) throws(Refusal) -> (items: [TextItem], rest: Rect) {
    let text = element.lead?.text(in: scope) ?? BoundText()
    guard !text.isEmpty else { return ([], frame) }
    let upper = frame.inset(bottom: leavesHalf ? frame.height / 2 : .zero)
    let style = layout.style(TextElement.leadStyle)
    let result = try setter.set(text, in: upper, style: style, wraps: true, box: box)
    guard result.rest.isEmpty else {
      throw noRoom(text, rest: result.rest, element, style: TextElement.leadStyle, box: box)
    }
    return (result.items, frame.inset(top: result.height + Self.leadGap))
  }

  /// The text in its frame, or the reference to the attachment where it has no room.
  private mutating func items(
    of text: BoundText, _ element: TextElement, in frame: Rect, box: String?, movesOver: Bool
  ) throws(Refusal) -> [TextItem] {
    let style = layout.style(element.style)
    let result = try setter.set(
      text, in: frame, style: style, wraps: element.wraps, vertical: element.vertical, box: box)
    guard !result.rest.isEmpty else { return result.items }
    guard element.overflow == .attachment else {
      throw noRoom(text, rest: result.rest, element, style: element.style, box: box)
    }
    if movesOver {
      moved.append(GoodsRowSetter.Moved(box: box ?? "", item: nil, text: text, pictures: []))
    }
    let reference = BoundText(layout.attachment.reference, field: text.spans.first?.field)
    let referred = try setter.set(
      reference, in: frame, style: style, wraps: true, vertical: element.vertical, box: box)
    guard referred.rest.isEmpty else {
      throw noRoom(text, rest: result.rest, element, style: element.style, box: box)
    }
    return referred.items
  }

  private static let leadGap = Length.mm(0.5)

  private func noRoom(
    _ text: BoundText, rest: String, _ element: TextElement, style: String, box: String?
  ) -> Refusal {
    let field = text.fields(in: 0..<text.string.utf8.count) ?? ""
    let minimum = layout.style(style).minimum
    return Refusal(
      Diagnostic(
        at: reader.place(field: field, in: element.place),
        Wording.noRoom(box: box, rest: rest.count, minimum: minimum),
        hint: reader == .applicant ? Wording.shorten : Wording.enlarge(text.string)))
  }

  /// Keeps faults that are not known yet: a box that stands on every sheet is told once.
  private mutating func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics where !faults.contains(diagnostic) { faults.append(diagnostic) }
  }

  // MARK: Code

  private func place(_ code: CodePlace, onto page: inout Page) throws(Refusal) {
    do throws(BarcodeError) {
      page.items.append(.modules(try CodeSetter(device: device).grid(form, in: code)), to: .data)
    } catch {
      let hint =
        error.code == .placeTooSmall && form.context.credential != nil
        ? Wording.finerDots(layout.form, device.name, dots: device.codeResolution) : nil
      throw Refusal(Diagnostic(at: .field("number"), error.message, hint: hint))
    }
  }
}
