import Devices
import Diagnostics
import DisplayList
import Measures

/// Plans one form: places every mark, then sorts the marks into passes.
struct SheetSetting {
  let planner: Planner
  let page: DevicePage
  /// What the form has for marks: never more than its page, and less where the forms are shorter.
  private let height: Length
  private(set) var faults: [Diagnostic] = []
  private var placed: [(y: Int, mark: PlanMark, field: String, isBand: Bool)] = []
  private var drawings: [Drawing] = []

  init(planner: Planner, page: DevicePage, formLength: Length) {
    self.planner = planner
    self.page = page
    height = min(page.page.size.height, formLength)
  }

  /// The form's passes; what does not go is in ``faults``.
  mutating func sheet() throws -> SheetPlan {
    for layer in Layer.drawingOrder where Content.overlay.layers.contains(layer) {
      for item in page.page.items(of: layer) { try place(item) }
    }
    for drawing in Drawing.joined(drawings) { try place(drawing) }
    let byPlace = Dictionary(grouping: placed, by: \.y)
    let lines = byPlace.keys.sorted().map { y in
      let marks = (byPlace[y] ?? []).sorted { $0.mark.x < $1.mark.x }
      for (left, right) in zip(marks, marks.dropFirst()) where right.mark.x < left.mark.end {
        report(right.field, Wording.overlaps(left.field))
      }
      return PlanLine(
        y: y, marks: marks.map(\.mark), isOneWay: marks.contains { $0.isBand })
    }
    return SheetPlan(lines: lines)
  }

  // MARK: Marks

  private mutating func place(_ item: PageItem) throws {
    switch item {
    case .text(let text): try place(text)
    case .path(let path):
      let struck = path.struck
      drawings.append(Drawing(.path(struck), in: struck.extent, field: path.box ?? ""))
    case .image(let image):
      drawings.append(
        Drawing(item, in: image.frame, field: image.field ?? image.box ?? ""))
    case .modules(let code): place(code)
    case .mask(let mask): report(mask.role?.rawValue ?? "", Wording.noSeals)
    }
  }

  private mutating func place(_ item: TextItem) throws {
    let field = item.field ?? item.box ?? ""
    guard let pitch = item.fixedPitch, item.rotation == 0 else {
      return report(field, Wording.notSetForPins)
    }
    if let box = item.box.flatMap(page.page.frame(ofBox:)),
      item.origin.x + item.width > box.right + Self.slack
    {
      return report(field, Wording.tooLong)
    }
    if let control = item.source.unicodeScalars.first(where: Self.isControl) {
      return report(field, Wording.unencodable(control.value))
    }
    let origin = page.calibration.correction.apply(item.origin)
    let step = planner.dialect.step
    let text = PlannedText(
      resident: ResidentText(planner.profile), step: step, rasterize: planner.rasterize)
    let y = PlanUnit.round(origin.y - PlanUnit.length(PlanUnit.baselineDrop), to: step)
    for mark in try text.marks(of: item, pitch: pitch, at: origin.x) {
      put(mark, at: y, field, isBand: false)
    }
  }

  private mutating func place(_ code: ModuleGrid) {
    let field = code.field ?? code.box ?? ""
    let frame = calibrated(code.frame)
    guard PlannedPicture.dotsPerModule(code, in: frame) >= Self.leastModule else {
      return report(field, Wording.codeTooFine(Self.leastModule))
    }
    for band in picture.dots(of: code, in: frame).bands() {
      put(band.mark, at: band.y, field, isBand: true)
    }
  }

  /// Places a drawing behind everything else: its passes begin as many rows above it as keep them off
  /// lines that are taken.
  private mutating func place(_ drawing: Drawing) throws {
    let dots = try picture.dots(of: drawing, corrected: page.calibration.correction)
    let free = (0..<PlanUnit.pins).lazy.map { dots.bands(lead: $0) }.first { bands in
      bands.allSatisfy { band in isOnForm(band.y) && isFree(band.mark, at: band.y) }
    }
    for band in free ?? dots.bands() {
      put(band.mark, at: band.y, drawing.field, isBand: true)
    }
  }

  private func isFree(_ mark: PlanMark, at y: Int) -> Bool {
    placed.allSatisfy { $0.y != y || $0.mark.end <= mark.x || mark.end <= $0.mark.x }
  }

  private var picture: PlannedPicture {
    PlannedPicture(step: planner.dialect.step, rasterize: planner.rasterize)
  }

  /// An upright frame at its corrected place and size.
  private func calibrated(_ frame: Rect) -> Rect {
    let correction = page.calibration.correction
    let origin = correction.apply(frame.origin)
    return Rect(
      origin: origin,
      size: Size(
        width: frame.width.scaled(by: correction.xx),
        height: frame.height.scaled(by: correction.yy)))
  }

  // MARK: Bounds

  private mutating func put(_ mark: PlanMark, at y: Int, _ field: String, isBand: Bool) {
    let area = planner.profile.printableArea
    guard mark.x >= PlanUnit.round(area.left), mark.end <= PlanUnit.round(area.right) else {
      return report(field, Wording.outsideWidth(area.left, area.right))
    }
    guard isOnForm(y) else { return report(field, Wording.outsideHeight) }
    placed.append((y, mark, field, isBand))
  }

  private func isOnForm(_ y: Int) -> Bool {
    y >= 0 && y + PlanUnit.headHeight <= PlanUnit.round(height)
  }

  private mutating func report(_ field: String, _ message: Message) {
    let diagnostic = Diagnostic(at: .field(field), message)
    if !faults.contains(diagnostic) { faults.append(diagnostic) }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && !scalar.properties.isWhitespace
  }

  /// Dots of a code's module at least: the pins' wire is thicker than their distance.
  private static let leastModule = 3
  /// Lengths are rounded to whole units on their way.
  private static let slack = Length(units: 4)
}

extension PathItem {
  /// The same with strokes as wide as a wire makes them, 0.2 mm: one or two dots, whose middle is within a
  /// quarter of a dot of the stroke's, and never none.
  var struck: PathItem {
    guard let stroke, stroke.width < Self.wire else { return self }
    let wide = Stroke(width: Self.wire, ink: stroke.ink, dashes: stroke.dashes)
    return PathItem(steps: steps, stroke: wide, fill: fill, box: box)
  }

  private static let wire = PlanUnit.length(PlanUnit.perDot * 3) / 2

  /// The upright rectangle around the drawing and its stroke.
  var extent: Rect {
    let points = steps.flatMap { step -> [Point] in
      switch step {
      case .move(let point), .line(let point): [point]
      case .curve(let first, let second, let end): [first, second, end]
      case .close: []
      }
    }
    let reach = (stroke?.width ?? .zero) / 2
    let left = (points.map(\.x).min() ?? .zero) - reach
    let top = (points.map(\.y).min() ?? .zero) - reach
    let right = (points.map(\.x).max() ?? .zero) + reach
    let bottom = (points.map(\.y).max() ?? .zero) + reach
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}
