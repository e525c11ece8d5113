import Devices
import Diagnostics
import DisplayList
import Measures

/// Plans one form: places every mark, then sorts the marks into passes.
struct SheetSetting {
  let planner: Planner
  let page: DevicePage
  private(set) var faults: [Diagnostic] = []
  private var placed: [(y: Int, mark: PlanMark, field: String, isBand: Bool)] = []

  init(planner: Planner, page: DevicePage) {
    self.planner = planner
    self.page = page
  }

  /// The form's passes; what does not go is in ``faults``.
  mutating func sheet() throws -> SheetPlan {
    for layer in Layer.drawingOrder where Content.overlay.layers.contains(layer) {
      for item in page.page.items(of: layer) { try place(item) }
    }
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
      try placeBands(of: item, in: path.extent, path.box)
    case .image(let image):
      try placeBands(of: item, in: image.frame, image.field ?? image.box)
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
    for band in picture.bands(of: code, in: frame) {
      put(band.mark, at: band.y, field, isBand: true)
    }
  }

  private mutating func placeBands(
    of item: PageItem, in frame: Rect, _ field: String?
  ) throws {
    let moved = calibrated(frame)
    // Drawn where it was set, printed where the calibration moves it.
    let left = PlanUnit.round(moved.left - frame.left)
    let top = PlanUnit.round(moved.top - frame.top)
    for band in try picture.bands(of: item, in: frame) {
      let step = planner.dialect.step
      let mark = PlanMark(x: band.mark.x + left / step * step, strike: band.mark.strike)
      put(mark, at: band.y + top / step * step, field ?? "", isBand: true)
    }
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
    let height = PlanUnit.round(page.page.size.height)
    guard y >= 0, y + PlanUnit.headHeight <= height else {
      return report(field, Wording.outsideHeight)
    }
    placed.append((y, mark, field, isBand))
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
