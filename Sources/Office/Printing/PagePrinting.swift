import CairoOutput
import Devices
import Diagnostics
import DisplayList
import EscpOutput
import Foundation
import PrintDesk
import Printers

/// Pages in the best language of a printer's profile.
struct PagePrinting {
  private let workshop: any Workshop
  private let profile: DeviceProfile

  init(_ workshop: any Workshop, at profile: DeviceProfile) {
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
  ///   - formsBefore: forms of the stack that lie before the first one; their fractions count on.
  /// - Returns: the document, of which a raster is drawn only when the printer has said which.
  /// - Throws: ``Refusal`` for what the printer cannot print.
  func document(
    of pages: [DevicePage], title: String, language: String, sides: Sides, formsBefore: Int = 0
  ) throws -> PrintDocument {
    switch profile.languages[0] {
    case .pdf:
      let bytes = try pdf(of: pages, title: title, language: language, sides: sides)
      return PrintDocument(pdf: { bytes })
    case .pwgRaster: return PrintDocument(pdf: nil, raster: try raster(of: pages))
    case .escp, .escp2, .oki5530:
      return PrintDocument(raw: Data(try strikes(of: pages, formsBefore: formsBefore).bytes))
    }
  }

  /// Some forms as an impact printer strikes them; the bytes were read back.
  func strikes(of pages: [DevicePage], formsBefore: Int = 0) throws -> PrintJob {
    let renderer = DotRenderer(fonts: try workshop.fonts())
    let planner = try Planner(profile: profile) { items, frame, columns, rows in
      try renderer.mask(of: items, in: frame, columns: columns, rows: rows)
    }
    return try PrintJob(try planner.plan(pages, formsBefore: formsBefore))
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
