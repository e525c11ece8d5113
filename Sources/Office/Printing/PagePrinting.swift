import CairoOutput
import Devices
import Diagnostics
import DisplayList
import Foundation
import PrintDesk
import Printers

/// Pages in the best language of a printer's profile that goes over IPP.
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
  /// - Returns: the document, of which a raster is drawn only when the printer has said which.
  /// - Throws: ``Refusal`` for a printer that takes nothing over IPP.
  func document(
    of pages: [DevicePage], title: String, language: String, sides: Sides
  ) throws -> PrintDocument {
    switch profile.ippLanguage {
    case .pdf:
      let bytes = try pdf(of: pages, title: title, language: language, sides: sides)
      return PrintDocument(pdf: { bytes })
    case .pwgRaster: return PrintDocument(pdf: nil, raster: try raster(of: pages))
    default:
      throw Refusal(Diagnostic(at: .field("printer"), Wording.noLanguage(profile.name)))
    }
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

extension DeviceProfile {
  /// The best language that goes over IPP; `nil` for a printer that has none.
  var ippLanguage: PrinterLanguage? {
    languages.first { [.pdf, .pwgRaster].contains($0) }
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
