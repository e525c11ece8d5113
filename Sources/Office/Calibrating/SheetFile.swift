import CairoOutput
import Devices
import DisplayList
import EscpOutput
import Foundation
import PrintDesk

/// What a sheet is written as that does not go to its printer.
package enum SheetFile: Sendable {
  /// The pages as they were set.
  case pdf
  /// The bytes that an impact printer would get.
  case escp
  /// A picture of each page; of an impact printer, of what its bytes strike.
  case png

  /// Dots per inch of pictures: those of the finest steps of pins.
  static let resolution = 360
}

extension SheetPrint {
  /// The sheet as files: one, or of pictures one for each page.
  ///
  /// - Throws: ``Refusal`` for what the printer cannot print.
  func files(as file: SheetFile, with printing: PagePrinting, isImpact: Bool) throws -> [Data] {
    switch file {
    case .pdf: [try printing.pdf(of: pages, title: title, language: language, sides: sides)]
    case .escp: [Data(try printing.strikes(of: pages, formLength: formLength).bytes)]
    case .png: try pictures(with: printing, isImpact: isImpact)
    }
  }

  private func pictures(with printing: PagePrinting, isImpact: Bool) throws -> [Data] {
    guard isImpact else {
      return try printing.pictures(of: pages, resolution: SheetFile.resolution)
    }
    let job = try printing.strikes(of: pages, formLength: formLength)
    return try printing.pictures(
      of: job, on: pages.map(\.page), resolution: SheetFile.resolution)
  }
}
