package import Measures

/// What a class of printers can do: values only, read from `printers/`.
package struct DeviceProfile: Hashable, Codable, Sendable {
  /// The language of the bytes sent.
  package enum PrinterLanguage: String, CaseIterable, Codable, Sendable {
    case pdf
    case pwgRaster = "pwg-raster"
    case escp
    case escp2
    /// The emulation of OKI 5320 and 5530; known only to be refused.
    case oki5530 = "oki-5530"

    /// Whether pins strike what it says.
    package var isImpact: Bool {
      switch self {
      case .escp, .escp2, .oki5530: true
      case .pdf, .pwgRaster: false
      }
    }
  }

  /// How back pages come onto the sheet.
  package enum Duplex: String, CaseIterable, Codable, Sendable {
    /// The printer turns the sheet itself.
    case automatic
    /// A person turns the sheet.
    case manual
  }

  /// The file's name without its ending, such as `generic-laser`.
  package let name: String
  /// A name for people.
  package let title: String
  /// The languages the printer takes, best first.
  package var languages: [PrinterLanguage]
  /// PWG 5101.1 media names the printer takes.
  package let media: [String]
  /// The part of an A4 sheet that can be printed on.
  package let printableArea: Rect
  /// Dots per inch, best first.
  package let resolutions: [Int]
  /// Whether the printer prints in colour.
  package let isColour: Bool
  /// How a sheet gets its back page.
  package let duplex: Duplex
  /// How sheets go back for their backs; `nil` where nobody has tried, or nobody has to turn them.
  package let turning: Turning?
  /// The advance of one character of the resident font; `nil` where text is drawn as outlines.
  package let residentPitch: Length?
  /// Whether enterprises may print sealed originals on it themselves.
  package let isApprovedForSelfPrint: Bool
  /// Known deviations, in words, with their source.
  package let quirks: [String]
  /// Where paper comes from; empty when the printer has one place for it.
  package let sources: [PaperSource]
  /// Dots of the best resolution to take off the width and height of a signed code's dark areas.
  package let codeReductionDots: Int
  /// What an impact printer answers to; `nil` for any other printer.
  package var dotMatrix: DotMatrixTraits?
  /// Where the facts of this profile come from.
  package var source: String
  /// Whether all facts were seen on the device; else those that were not are in ``unknown``.
  package let isVerified: Bool
  /// Facts nobody has confirmed yet, in words.
  package var unknown: [String]

  /// The dots per inch of codes: the best resolution, but 180 for the bit images of 24 pins.
  package var codeResolution: Int { dotMatrix == nil ? resolutions[0] : 180 }

  /// The least module of a code with a signed record: whole dots, at least 8 at 600 dpi (0.339 mm), which
  /// a 200 dpi scan still shows.
  package var leastCodeModule: Length {
    let dots = (codeResolution * 8 + 599) / 600
    return Length(units: Length.unitsPerInch / codeResolution * dots)
  }

  /// What is taken off the width and height of such a code's dark areas; `nil` for none.
  ///
  /// Toner and the dots of pins spread; and a reader that takes the mean of a wide window as its
  /// threshold, as zbar does, has much white paper in it and so finds dark areas too wide.
  package var codeReduction: Length? {
    guard codeReductionDots > 0 else { return nil }
    return Length(units: Length.unitsPerInch / resolutions[0] * codeReductionDots)
  }

  /// A profile from its facts, none of them checked.
  package init(
    name: String, title: String, languages: [PrinterLanguage], media: [String],
    printableArea: Rect, resolutions: [Int], isColour: Bool, duplex: Duplex,
    turning: Turning? = nil, residentPitch: Length?, isApprovedForSelfPrint: Bool,
    quirks: [String], sources: [PaperSource] = [], codeReductionDots: Int = 0,
    dotMatrix: DotMatrixTraits? = nil, source: String = "",
    isVerified: Bool = false, unknown: [String] = []
  ) {
    self.name = name
    self.title = title
    self.languages = languages
    self.media = media
    self.printableArea = printableArea
    self.resolutions = resolutions
    self.isColour = isColour
    self.duplex = duplex
    self.turning = turning
    self.residentPitch = residentPitch
    self.isApprovedForSelfPrint = isApprovedForSelfPrint
    self.quirks = quirks
    self.sources = sources
    self.codeReductionDots = codeReductionDots
    self.dotMatrix = dotMatrix
    self.source = source
    self.isVerified = isVerified
    self.unknown = unknown
  }
}
