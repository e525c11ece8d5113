/// How pages become PWG raster (PWG 5102.4).
package struct PWGOptions: Hashable, Sendable {
  /// What a dot can be (`pwg-raster-document-type-supported`).
  package enum Mode: String, CaseIterable, Sendable {
    /// 256 levels of gray.
    case gray = "sgray_8"
    /// Black or nothing; pale colours and pictures get a screen, dark ones are full black.
    case black = "black_1"
  }

  /// The IPP attribute `sides`.
  package enum Sides: String, CaseIterable, Sendable {
    case oneSided = "one-sided"
    case longEdge = "two-sided-long-edge"
    case shortEdge = "two-sided-short-edge"
  }

  /// How a printer wants its back pages (`pwg-raster-document-sheet-back`, PWG 5102.4, 7.1).
  package enum SheetBack: String, CaseIterable, Sendable {
    case normal
    case rotated
    case flipped
    case manualTumble = "manual-tumble"
  }

  /// Dots per inch.
  package var resolution: Int
  /// What a dot can be; decides how the bytes are packed.
  package var mode: Mode
  /// Which sides of the sheets are printed and how they turn.
  package var sides: Sides
  /// How the printer wants its back pages.
  package var sheetBack: SheetBack

  /// Options for a printer; without any, gray pages on one side at 600 dots per inch.
  package init(
    resolution: Int = 600, mode: Mode = .gray, sides: Sides = .oneSided,
    sheetBack: SheetBack = .normal
  ) {
    self.resolution = resolution
    self.mode = mode
    self.sides = sides
    self.sheetBack = sheetBack
  }
}
