package import Foundation

/// A document in the forms it can be had in; a form is made only when a printer asks for it.
package struct PrintDocument: Sendable {
  /// A form of document by its MIME type.
  package enum Format: String, CaseIterable, Sendable {
    case pdf = "application/pdf"
    /// PWG 5102.4.
    case pwgRaster = "image/pwg-raster"
    /// Bytes in the printer's own language, which CUPS hands on as they are (mime.types(5)).
    case raw = "application/vnd.cups-raw"
  }

  /// What PWG raster has to be like for one printer (PWG 5102.4 and 5100.14).
  package struct RasterSettings: Hashable, Sendable {
    /// Dots per inch both ways.
    package let resolution: Int
    /// `black_1` or `sgray_8`.
    package let type: String
    /// How back pages are turned: `normal`, `flipped`, `rotated` or `manual-tumble`.
    package let sheetBack: String
    /// Which sides are printed; decides whether back pages are turned.
    package let sides: JobTicket.Sides

    /// Settings from what the printer said it takes.
    package init(resolution: Int, type: String, sheetBack: String, sides: JobTicket.Sides) {
      self.resolution = resolution
      self.type = type
      self.sheetBack = sheetBack
      self.sides = sides
    }
  }

  /// Makes the PDF; `nil` when there is none.
  package let pdf: (@Sendable () throws -> Data)?
  /// Makes the PWG raster; `nil` when there is none.
  package let raster: (@Sendable (RasterSettings) throws -> Data)?
  /// The bytes in the printer's own language; `nil` when there are none.
  package let raw: Data?

  /// - Parameters:
  ///   - pdf: makes the PDF; `nil` when there is none.
  ///   - raster: makes the PWG raster; `nil` when there is none.
  package init(
    pdf: (@Sendable () throws -> Data)?,
    raster: (@Sendable (RasterSettings) throws -> Data)? = nil
  ) {
    self.pdf = pdf
    self.raster = raster
    raw = nil
  }

  /// A document in the printer's own language and in no other form.
  package init(raw: Data) {
    pdf = nil
    raster = nil
    self.raw = raw
  }

  /// The forms on offer, best first.
  package var formats: [Format] {
    Format.allCases.filter { format in
      switch format {
      case .pdf: pdf != nil
      case .pwgRaster: raster != nil
      case .raw: raw != nil
      }
    }
  }
}
