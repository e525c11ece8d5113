import CairoOutput
import Devices
import Diagnostics
import DisplayList
import EscpOutput
import Measures
import Typography

/// Makes the bytes of impact printers, and pictures of what they say.
struct EscpRendering {
  private let profile: DeviceProfile
  private let rasterize: Rasterize
  private let shaper: Shaper

  /// Rendering for a device; the plainest impact printer when none is named.
  init(press: Press, device: String?) throws {
    profile = try press.device(device ?? DeviceCatalogue.defaultImpactName)
    let fonts = try press.fonts()
    shaper = Shaper(catalogue: fonts)
    let renderer = DotRenderer(fonts: fonts)
    rasterize = { items, frame, columns, rows in
      try renderer.mask(of: items, in: frame, columns: columns, rows: rows)
    }
  }

  /// The bytes of some pages, read back and found to say what was planned.
  func job(_ pages: [Page]) throws -> PrintJob {
    let planner = try Planner(profile: profile, rasterize: rasterize)
    let plan = try planner.plan(pages.map { $0.calibrated(for: .none, content: .overlay) })
    return try PrintJob(plan)
  }

  /// The forms with what the bytes put on them.
  func struck(_ job: PrintJob, on pages: [Page]) throws -> [Page] {
    try zip(job.reading.sheets, pages).map { sheet, page in
      let picture = SheetPicture(size: page.size, rasterize: rasterize) { text, pitch in
        let style = TextStyle(role: .typewriter, size: .zero).at(pitch: pitch)
        return try shaper.line(text, style: style).item(at: .zero)
      }
      return try picture.page(sheet, on: page)
    }
  }
}
