import CairoOutput
import Certificates
import Devices
import DisplayList
import EscpOutput
import Forms
import Measures
import Support
import Typesetting
import Typography

/// Sets certificates for an impact printer and plans their pages.
struct PinPress {
  let profile: DeviceProfile
  let shaper: Shaper
  let rasterize: Rasterize
  private let workshop: TestWorkshop

  /// A press for a printer of the checkout, with something of its profile changed.
  init(
    _ name: String, verified: String? = nil, copies: Int? = nil, chinese: Bool? = nil,
    languages: [DeviceProfile.PrinterLanguage]? = nil, pins: Int = 24
  ) throws {
    let known = try TestWorkshop.device(name)
    let traits = DotMatrixTraits(
      pins: pins, startsInChineseMode: chinese, carbonCopies: copies,
      verifiedCharacters: verified ?? "")
    profile = DeviceProfile(
      name: name, title: known.title, languages: languages ?? known.languages, media: known.media,
      printableArea: known.printableArea, resolutions: known.resolutions, isColour: false,
      duplex: .manual, residentPitch: known.residentPitch, isApprovedForSelfPrint: false,
      quirks: [], codeReductionDots: known.codeReductionDots, dotMatrix: traits)
    workshop = TestWorkshop()
    workshop.otherDevice = profile
    let fonts = try workshop.fonts()
    shaper = Shaper(catalogue: fonts)
    let renderer = DotRenderer(fonts: fonts)
    rasterize = { items, frame, columns, rows in
      try renderer.mask(of: items, in: frame, columns: columns, rows: rows)
    }
  }

  /// The front pages of a sample.
  func pages(
    _ form: String, items: Int = 3, as rendition: Rendition = .draft,
    _ change: (inout CertificateDraft) -> Void = { _ in }
  ) throws -> [Page] {
    let form = try Site.load().form(form, items: items, change)
    return try workshop.typesetter(device: nil).document(of: form, as: rendition).pages
      .filter { $0.side == .front }
  }

  /// What one job puts on some pages.
  func plan(_ pages: [Page], calibration: Calibration = .none) throws -> JobPlan {
    try Planner(profile: profile, rasterize: rasterize)
      .plan(pages.map { $0.calibrated(for: calibration, content: .overlay) })
  }

  /// A line of text in the printer's own font.
  func line(
    _ text: String, x: Double, y: Double, perInch: Int = 10, field: String? = nil,
    box: String? = nil
  ) throws -> PageItem {
    let style = TextStyle(role: .typewriter, size: .zero)
      .at(pitch: Length(units: Length.unitsPerInch / perInch))
    return .text(
      try shaper.line(text, style: style)
        .item(at: Point(x: .mm(x), y: .mm(y)), field: field, box: box))
  }

  /// Pictures of A4 forms.
  var picture: SheetPicture {
    SheetPicture(size: .a4, rasterize: rasterize) { text, pitch in
      let style = TextStyle(role: .typewriter, size: .zero).at(pitch: pitch)
      return try shaper.line(text, style: style).item(at: .zero)
    }
  }

  /// A page with some marks of data.
  func page(_ items: [PageItem], boxes: [String: Rect] = [:], size: Size = .a4) -> Page {
    var layers = LayeredItems()
    for item in items { layers.append(item, to: .data) }
    return Page(
      template: PageTemplate(size: size, items: LayeredItems(), boxes: boxes), items: layers,
      side: .front, sheet: 1)
  }
}

extension JobPlan {
  /// Every mark with the place of its pass.
  var marks: [(y: Int, mark: PlanMark)] {
    sheets.flatMap { $0.lines.flatMap { line in line.marks.map { (line.y, $0) } } }
  }

  /// The texts of all passes.
  var texts: [String] {
    marks.compactMap { if case .text(let text, _) = $0.mark.strike { text } else { nil } }
  }

  /// The bit images of all passes.
  var images: [DotColumns] {
    marks.compactMap { if case .image(let columns) = $0.mark.strike { columns } else { nil } }
  }
}
