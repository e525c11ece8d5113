import CairoOutput
package import Devices
import Diagnostics
package import DisplayList
package import EscpOutput
import Foundation
package import Measures
import PrintDesk
import Printers
import Typography

/// Pages in the best language of a printer's profile.
package struct PagePrinting {
  private let workshop: any Workshop
  private let profile: DeviceProfile

  /// Printing with what an office has, for a printer.
  package init(_ workshop: any Workshop, at profile: DeviceProfile) {
    self.workshop = workshop
    self.profile = profile
  }

  /// What is sent of some pages.
  ///
  /// - Parameters:
  ///   - pages: the sides in printing order, with the printer's correction.
  ///   - title: of the document.
  ///   - language: its natural language, as a BCP 47 tag.
  ///   - sides: the side plan of its sheets.
  ///   - formLength: from perforation to perforation, where it is known better than from the pages.
  ///   - formsBefore: forms of the stack that lie before the first one; their fractions count on.
  /// - Returns: the document, of which a raster is drawn only when the printer has said which.
  /// - Throws: ``Refusal`` for what the printer cannot print.
  func document(
    of pages: [DevicePage], title: String, language: String, sides: Sides,
    formLength: Length? = nil, formsBefore: Int = 0
  ) throws -> PrintDocument {
    switch profile.languages[0] {
    case .pdf:
      let bytes = try pdf(of: pages, title: title, language: language, sides: sides)
      return PrintDocument(pdf: { bytes })
    case .pwgRaster: return PrintDocument(pdf: nil, raster: try raster(of: pages))
    case .escp, .escp2, .oki5530:
      let job = try strikes(of: pages, formLength: formLength, formsBefore: formsBefore)
      return PrintDocument(raw: Data(job.bytes))
    }
  }

  /// Some forms as an impact printer strikes them; the bytes were read back.
  ///
  /// - Throws: ``Refusal`` for a printer that is none, and for what it cannot print.
  package func strikes(
    of pages: [DevicePage], formLength: Length? = nil, formsBefore: Int = 0
  ) throws -> PrintJob {
    let planner = try Planner(profile: profile, rasterize: try rasterize())
    return try PrintJob(
      try planner.plan(pages, formLength: formLength, formsBefore: formsBefore))
  }

  /// The forms with what the bytes of a job put on them.
  package func struck(_ job: PrintJob, on pages: [Page]) throws -> [Page] {
    let (rasterize, shaper) = (try rasterize(), Shaper(catalogue: try workshop.fonts()))
    return try zip(job.reading.sheets, pages).map { sheet, page in
      let picture = SheetPicture(size: page.size, rasterize: rasterize) { text, pitch in
        let style = TextStyle(role: .typewriter, size: .zero).at(pitch: pitch)
        return try shaper.line(text, style: style).item(at: .zero)
      }
      return try picture.page(sheet, on: page)
    }
  }

  private func rasterize() throws -> Rasterize {
    let renderer = DotRenderer(fonts: try workshop.fonts())
    return { items, frame, columns, rows in
      try renderer.mask(of: items, in: frame, columns: columns, rows: rows)
    }
  }

  /// A picture of each page as its printer is told to print it, as PNG files.
  func pictures(of pages: [DevicePage], resolution: Int) throws -> [Data] {
    let renderer = PNGRenderer(fonts: try workshop.fonts())
    return try pages.map { try renderer.png($0, resolution: resolution) }
  }

  /// A picture of each form with what the bytes of a job put on it, as PNG files.
  func pictures(of job: PrintJob, on pages: [Page], resolution: Int) throws -> [Data] {
    let struck = try struck(job, on: pages).map { $0.calibrated(for: .none, content: .full) }
    return try pictures(of: struck, resolution: resolution)
  }

  /// Some pages as a PDF file, whatever the printer takes.
  func pdf(
    of pages: [DevicePage], title: String, language: String, sides: Sides
  ) throws -> Data {
    try workshop.pdfRenderer().pdf(
      pages, title: title, language: language,
      options: PDFOptions(duplex: sides == .duplex ? .longEdge : .simplex))
  }

  /// Drawn once the printer has said which raster it takes.
  private func raster(
    of pages: [DevicePage]
  ) throws -> @Sendable (PrintDocument.RasterSettings) throws -> Data {
    let fonts = try workshop.fonts()
    return { settings in
      var stream = Data()
      try PWGRenderer(fonts: fonts).pwg(pages, options: PWGOptions(settings)) {
        unsafe stream.append(contentsOf: $0)
      }
      return stream
    }
  }
}

extension PWGOptions {
  /// What a printer asked for.
  fileprivate init(_ settings: PrintDocument.RasterSettings) {
    guard let mode = Mode(rawValue: settings.type) else {
      preconditionFailure("raster of a kind that is not made was chosen")
    }
    self.init(
      resolution: settings.resolution, mode: mode,
      sides: Sides(rawValue: settings.sides.rawValue) ?? .oneSided,
      sheetBack: SheetBack(rawValue: settings.sheetBack) ?? .normal)
  }
}
