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
  package var mode: Mode
  package var sides: Sides
  package var sheetBack: SheetBack

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
