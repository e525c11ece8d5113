import Diagnostics
import Foundation

extension PrintDocument {
  /// The form to send: the ticket's wish, else the first on offer that the printer takes.
  ///
  /// - Throws: ``Refusal`` that lists what the printer takes.
  func format(for ticket: JobTicket, _ status: PrinterStatus) throws(Refusal) -> Format {
    let wanted = ticket.format.map { [$0] } ?? formats
    let choice = wanted.first { formats.contains($0) && status.formats.contains($0.rawValue) }
    if let choice { return choice }
    let offered = formats.map(\.rawValue).joined(separator: ", ")
    throw Refusal(
      Diagnostic(
        at: .field("document-format"), Wording.unsupported("document-format", offered),
        hint: Wording.supported(status.formats)))
  }

  /// The bytes of one form.
  ///
  /// - Throws: ``Refusal`` when the printer's raster is of no kind that can be made.
  func bytes(_ format: Format, for ticket: JobTicket, _ status: PrinterStatus) throws -> Data {
    switch format {
    case .pdf:
      guard let pdf else { preconditionFailure("the format was chosen from those on offer") }
      return try pdf()
    case .pwgRaster:
      guard let raster else { preconditionFailure("the format was chosen from those on offer") }
      return try raster(try Self.settings(for: ticket, status))
    case .raw:
      guard let raw else { preconditionFailure("the format was chosen from those on offer") }
      return raw
    }
  }

  /// What raster the printer wants: 600 dpi or the nearest, grey before one bit.
  private static func settings(
    for ticket: JobTicket, _ status: PrinterStatus
  ) throws(Refusal) -> RasterSettings {
    let type = ["sgray_8", "black_1"].first(where: status.rasterTypes.contains)
    guard let type else {
      throw Refusal(
        Diagnostic(
          at: .field("pwg-raster-document-type"), Wording.noRasterType,
          hint: Wording.supported(status.rasterTypes)))
    }
    let nearest = status.rasterResolutions.min { abs($0 - 600) < abs($1 - 600) }
    return RasterSettings(
      resolution: ticket.resolution ?? nearest ?? 300, type: type,
      sheetBack: status.rasterSheetBack, sides: ticket.sides)
  }
}
